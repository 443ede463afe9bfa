import type { Files, FilesToTake } from './files.js';
import { takeXml } from './xml/componentFile.js';
import { everyElement, textOf, type XmlElement } from './xml/xmlNode.js';

/** `environmentvariabledefinitions/inv_TimeZone/environmentvariabledefinition.xml`: set, component, kind. */
const describedComponent = /^([a-z0-9_]+)\/[^/]+\/(?:.+\/)?([a-z0-9_]+)\.xml$/;

/** Relations between components of such sets. */
const relations = /^Assets\/[^/]+\.xml$/;

/**
 * Takes what travels in the zip as it is: the folders of components that have no section (environment variables,
 * custom APIs, modern commands), and the files that customizations.xml names, such as that of a process.
 */
export function takePayload(source: FilesToTake, customizations: XmlElement): Files {
  const left = source.left;
  const folders = new Set(left.flatMap((path) => componentFolder(path, source)));
  const named = new Set(
    everyElement(customizations)
      .filter(({ content }) => content.length === 1)
      .map((element) => textOf(element))
      .filter((text) => text.startsWith('/'))
      .map((text) => text.slice(1)),
  );
  return new Map(
    left
      .filter(
        (path) =>
          relations.test(path) || named.has(path) || folders.has(path.split('/').slice(0, 2).join('/')),
      )
      .map((path) => [path, source.take(path) ?? new Uint8Array()]),
  );
}

/** The folder of a component, when the file describes it: the set is named after the kind, in the plural. */
function componentFolder(path: string, source: FilesToTake): readonly string[] {
  const [, set, kind] = describedComponent.exec(path) ?? [];
  if (set === undefined || kind === undefined || !plurals(kind).includes(set)) return [];
  takeXml(source, path, kind);
  return [path.split('/').slice(0, 2).join('/')];
}

const plurals = (kind: string): readonly string[] => [`${kind}s`, kind.replace(/y$/, 'ies')];
