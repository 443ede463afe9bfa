import { join } from 'node:path';
import { filesOf } from '../../build/webResourceFiles.js';
import { webResources } from '../../build/webResources.js';
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
    built: filesOf(await webResources(scripts)),
    scriptTexts: readScriptTexts(
      new Map(
        [...readFiles(scripts).values()]
          .filter(({ path }) => path.endsWith('.ts') && !path.startsWith(stringTables))
          .map(({ path, content }) => [path, content]),
      ),
    ),
    platform: readPlatform(join(project, 'sandbox', 'base')),
  };
}
