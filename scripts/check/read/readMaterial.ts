import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolders } from '../../build/generatedFolders.js';
import { readPlatform } from './readPlatform.js';
import type { Material } from './readSource.js';
import { readScriptTexts } from './scriptTexts.js';
import { readFiles } from './sourceFiles.js';

/** The sources of the string tables: they define the keys, and ask for none. */
const stringTables = 'strings/';

/** Reads and builds all that the rules ask, from the project's folder. */
export async function readMaterial(project: string): Promise<Material> {
  const scripts = join(project, 'webresources');
  return {
    files: readFiles(join(project, 'solution', 'src')),
    built: new Map(
      [...(await generatedFolders(project))].flatMap(([folder, files]) =>
        [...files].map(([path, content]) => [`${folder}/${path}`, content] as const),
      ),
    ),
    scriptTexts: readScriptTexts(
      new Map(
        [...readFiles(scripts).values()]
          .filter(({ path }) => path.endsWith('.ts') && !path.startsWith(stringTables))
          .map(({ path, content }) => [path, content]),
      ),
    ),
    packageVersion: versionOf(join(project, 'package.json')),
    platform: readPlatform(join(project, 'sandbox', 'base')),
  };
}

function versionOf(packageFile: string): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version?: string };
  return version ?? '';
}
