import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changesText } from './unpack/changesText.js';
import { unpackInto } from './unpack/unpackInto.js';

/**
 * `npm run unpack -- FILE` brings an unmanaged solution's zip, such as a maker's export, back to source in solution/src
 * and tells what changed. `--folder` names another folder, `--any-name` allows a solution of another unique name.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: fileURLToPath(new URL('../solution/src', import.meta.url)) },
      'any-name': { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new Error('Say which zip: npm run unpack -- ContactInvitations_0_1_0_0.zip');
  if (!existsSync(file))
    throw new Error(`There is no file ${file}. Export the solution, and say where the zip is.`);
  const folder = resolve(values.folder);
  const changes = unpackInto(folder, readFileSync(file), { anyName: values['any-name'] });
  console.log(changesText(relative(process.cwd(), folder), changes));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
