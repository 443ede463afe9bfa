import type { FileEntry, FilesToTake } from '../files.js';
import { PackError } from '../packError.js';
import { componentFile, takeComponent } from '../xml/componentFile.js';
import { child, children, childText, isBlank, type XmlElement } from '../xml/xmlNode.js';
import { componentTypes } from './componentTypes.js';
import { entityParts, type EntityPart } from './entityParts.js';
import { fileName, requirePlace } from './place.js';
import type { Section } from './section.js';

/** The tables: a folder each, with the table itself, its forms, views, charts and ribbon. */
export const entities: Section = {
  name: 'Entities',
  files: /^Entities\//,
  join: (source) => {
    const found = source
      .paths(/^Entities\/[^/]+\/Entity\.xml$/)
      .map((file) => ({ file, content: joinEntity(source, file) }));
    return {
      content: found.map(({ content }) => content),
      components: found.map(({ file, content }) => ({
        file,
        type: componentTypes.table,
        key: childText(content, 'Name').toLowerCase(),
      })),
      payload: new Map(),
    };
  },
  split: (section) => children(section).flatMap(splitEntity),
};

const folderOf = (entity: XmlElement): string => `Entities/${fileName(childText(entity, 'Name'))}`;

function joinEntity(source: FilesToTake, file: string): XmlElement {
  const entity = takeComponent(source, file, 'Entity');
  const folder = folderOf(entity);
  requirePlace(file, `${folder}/Entity.xml`);
  return entityParts.reduce((whole, part) => joinPart(whole, part, { source, file, folder }), entity);
}

/** Puts the files of a part in place of its placeholder. */
function joinPart(
  entity: XmlElement,
  part: EntityPart,
  { source, file, folder }: { source: FilesToTake; file: string; folder: string },
): XmlElement {
  const placeholder = child(entity, part.name);
  // What has no placeholder is left untaken, and told at the end.
  if (placeholder === undefined) return entity;
  if (!placeholder.content.every(isBlank))
    throw new PackError(
      file,
      `<${part.name}> is not empty.`,
      `Leave it empty: what it holds belongs in files beside ${file}.`,
    );
  const joined = part.join(source, folder);
  return {
    ...entity,
    content: entity.content.map((node) => (node === placeholder ? { ...placeholder, ...joined } : node)),
  };
}

function splitEntity(entity: XmlElement): readonly FileEntry[] {
  const folder = folderOf(entity);
  const parts = entityParts.flatMap((part) => {
    const filled = child(entity, part.name);
    return filled === undefined ? [] : part.split(filled, folder);
  });
  const names = new Set(entityParts.map(({ name }) => name));
  const shell = {
    ...entity,
    content: entity.content.map((node) =>
      node.kind === 'element' && names.has(node.name) ? { ...node, attributes: [], content: [] } : node,
    ),
  };
  return [[`${folder}/Entity.xml`, componentFile(shell)], ...parts];
}
