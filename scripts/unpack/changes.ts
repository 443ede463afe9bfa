import type { Files } from '../pack/files.js';

/** What unpacking a zip does to a folder: paths in ordinal order. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares files byte by byte. */
export function changesBetween(before: Files, after: Files): Changes {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)).sort(),
    changed: [...after]
      .filter(([path, bytes]) => Buffer.compare(before.get(path) ?? bytes, bytes) !== 0)
      .map(([path]) => path)
      .sort(),
    removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
  };
}
