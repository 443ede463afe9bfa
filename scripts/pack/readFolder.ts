import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../solution/filesBelow.js';
import type { Files } from './files.js';
import { PackError } from './packError.js';

/**
 * All files below a folder.
 *
 * @throws PackError for links and other things that are neither file nor folder: packers skip them
 */
export function readFolder(folder: string): Files {
  const files = filesBelow(folder);
  const odd = files.find(({ isFile }) => !isFile);
  if (odd !== undefined)
    throw new PackError(odd.path, 'It is neither a file nor a folder.', 'Put the file itself there.');
  return new Map(files.map(({ path }) => [path, readFileSync(join(folder, path))]));
}
