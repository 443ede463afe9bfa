import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The XML files of a folder, sorted, so that reading is the same everywhere; none when there is no such folder. */
export function xmlFiles(...path: readonly string[]): string[] {
  return entries(path, (name) => name.toLowerCase().endsWith('.xml'));
}

/** The folders in a folder, sorted. */
export function subfolders(...path: readonly string[]): string[] {
  const folder = join(...path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

function entries(path: readonly string[], accept: (name: string) => boolean): string[] {
  const folder = join(...path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(accept)
    .sort()
    .map((name) => join(folder, name));
}
