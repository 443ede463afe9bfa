import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebResourceDefinition } from './solution.js';
import { guid, numberOf, readXml, textOf } from './xml.js';

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
  };
}
