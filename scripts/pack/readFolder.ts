import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './files.js';
import { PackError } from './packError.js';

/**
 * All files below a folder.
 *
 * @throws PackError for links and other things that are neither file nor folder: packers skip them
 */
export function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    file: join(entry.parentPath, entry.name),
    path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
  }));
  const odd = entries.find(({ entry }) => !entry.isFile() && !entry.isDirectory());
  if (odd !== undefined)
    throw new PackError(odd.path, 'It is neither a file nor a folder.', 'Put the file itself there.');
  return new Map(
    entries.filter(({ entry }) => entry.isFile()).map(({ file, path }) => [path, readFileSync(file)]),
  );
}
