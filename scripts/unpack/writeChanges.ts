import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../pack/files.js';
import type { Changes } from './changes.js';

/** Makes a folder hold what was unpacked: writes what is new, and removes what is gone with the folders it leaves empty. */
export function writeChanges(folder: string, files: Files, { added, changed, removed }: Changes): void {
  for (const path of [...added, ...changed]) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files.get(path) ?? new Uint8Array());
  }
  for (const path of removed) {
    rmSync(join(folder, path));
    removeEmpty(folder, dirname(path));
  }
}

/** Removes a folder that holds nothing, and those around it, up to the root. */
function removeEmpty(root: string, path: string): void {
  if (path === '.' || readdirSync(join(root, path)).length > 0) return;
  rmdirSync(join(root, path));
  removeEmpty(root, dirname(path));
}
