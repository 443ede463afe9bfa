import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import type { WebResourceDefinition } from '../solution.js';
import { attributeOf, childOf, childrenOf, guid, numberOf, parseXml, readXml, textOf } from '../xml.js';

const dataFile = '.data.xml';

/** The web resources of a solution: `WebResources/<name>` beside `WebResources/<name>.data.xml`. */
export function readWebResources(folder: string): WebResourceDefinition[] {
  const root = join(folder, 'WebResources');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(dataFile))
    .sort()
    .map((path) => readWebResource(join(root, path)));
}

function readWebResource(file: string): WebResourceDefinition {
  const root = readXml(file);
  const id = textOf(root, 'WebResourceId');
  const name = textOf(root, 'Name');
  const type = numberOf(root, 'WebResourceType');
  if (id === undefined || name === undefined || type === undefined) {
    throw new Error(`${file}: no WebResourceId, Name or WebResourceType.`);
  }
  const contentFile = file.slice(0, -dataFile.length);
  if (!existsSync(contentFile)) throw new Error(`${contentFile} is missing: ${file} describes it.`);
  return {
    id: guid(id),
    name,
    displayName: textOf(root, 'DisplayName') ?? name,
    type,
    content: readFileSync(contentFile),
    dependencies: readDependencies(root, file),
  };
}

/**
 * `DependencyXml` holds its markup as escaped text in an export; a source may hold it as elements. A script names its
 * string tables there, one for each language: `<Library name="new_/strings/texts.1033.resx" languagecode="1033" />`.
 */
function readDependencies(root: Element, file: string): string[] {
  const holder = childOf(root, 'DependencyXml');
  const text = holder?.textContent?.trim() ?? '';
  const dependencies =
    childOf(holder, 'Dependencies') ?? (text === '' ? undefined : parseXml(text, `DependencyXml of ${file}`));
  return childrenOf(dependencies, 'Dependency')
    .filter((dependency) => attributeOf(dependency, 'componentType') === 'WebResource')
    .flatMap((dependency) => childrenOf(dependency, 'Library'))
    .map((library) => attributeOf(library, 'name'))
    .filter((name) => name !== undefined);
}
