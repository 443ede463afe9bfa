import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Something below a folder that is no folder itself. */
export interface FileBelow {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** False for links, sockets and the like. */
  readonly isFile: boolean;
}

/** Everything below a folder but the folders, in ordinal order, which is the same on every machine. */
export const filesBelow = (folder: string): readonly FileBelow[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      isFile: entry.isFile(),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
