import type { FileEntry, FilesToTake } from '../files.js';
import { PackError } from '../packError.js';
import { componentFile, takeList } from '../xml/componentFile.js';
import { attribute, children, childText, element, type XmlElement } from '../xml/xmlNode.js';
import { fileName, requirePlace } from './place.js';
import type { Section } from './section.js';

const index = 'Other/Relationships.xml';
const definitions = /^Other\/Relationships\/[^/]+\.xml$/;
const list = 'EntityRelationships';
const entry = 'EntityRelationship';

/**
 * The relationships: an index of names, which gives the order, and the definitions by table. A relationship that is
 * not in the index is dropped by SolutionPackager, and one without a definition is packed empty.
 */
export const relationships: Section = {
  name: list,
  files: /^Other\/Relationships(\.xml$|\/)/,
  join: (source) => {
    const defined = takeDefinitions(source);
    const listed = takeIndex(source, defined);
    for (const [name, { file }] of defined)
      if (!listed.includes(name))
        throw new PackError(index, `${name} is missing here.`, `List it, or remove it from ${file}.`);
    return {
      content: listed.map((name) => {
        const definition = defined.get(name);
        if (definition === undefined)
          throw new PackError(
            index,
            `${name} is defined nowhere.`,
            'Define it in Other/Relationships, or remove it.',
          );
        return definition.content;
      }),
      components: [],
      payload: new Map(),
    };
  },
  split: (section) => {
    const all = children(section, entry);
    const names = all.map((one) => element(entry, [], [['Name', attribute(one, 'Name')]]));
    if (all.length === 0) return [];
    return [
      [index, componentFile(element(list, names))],
      ...[...new Set(all.map(place))].map((file): FileEntry => [
        file,
        componentFile(
          element(
            list,
            all.filter((one) => place(one) === file),
          ),
        ),
      ]),
    ];
  },
};

/** One-to-many relationships lie with the referenced table, many-to-many with the first one. */
function place(relationship: XmlElement): string {
  const table = childText(relationship, 'ReferencedEntityName') || childText(relationship, 'FirstEntityName');
  return `Other/Relationships/${fileName(table)}.xml`;
}

function takeDefinitions(
  source: FilesToTake,
): ReadonlyMap<string, { readonly file: string; readonly content: XmlElement }> {
  const found = new Map<string, { file: string; content: XmlElement }>();
  for (const file of source.paths(definitions))
    for (const content of takeList(source, file, list)) {
      const name = attribute(content, 'Name');
      const twin = found.get(name);
      if (twin !== undefined)
        throw new PackError(file, `${name} is defined in ${twin.file} too.`, 'Keep one of them.');
      requirePlace(file, place(content));
      found.set(name, { file, content });
    }
  return found;
}

function takeIndex(source: FilesToTake, defined: ReadonlyMap<string, unknown>): readonly string[] {
  if (defined.size === 0 && source.paths(/^Other\/Relationships\.xml$/).length === 0) return [];
  const names = takeList(source, index, list).map((one) => attribute(one, 'Name'));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new PackError(index, `${twice} is listed twice.`, 'Keep one of them.');
  return names;
}
