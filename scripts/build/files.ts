import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../solution/filesBelow.js';

/** Path below the folder → content. */
export type Files = ReadonlyMap<string, string>;

/** The files that are missing, stale or no longer made, each with what is wrong. */
export function staleFiles(folder: string, files: Files): readonly string[] {
  const wrong = [...files].flatMap(([path, content]) => problemOf(folder, path, content) ?? []);
  return [...wrong, ...superfluous(folder, files).map((path) => `${path} is no longer built`)];
}

/** Makes the folder hold these files and no others. Those that are as they should be are not touched: others may be reading them. */
export function writeFiles(folder: string, files: Files): void {
  for (const path of superfluous(folder, files)) rmSync(join(folder, path));
  for (const [path, content] of files) {
    if (problemOf(folder, path, content) === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function problemOf(folder: string, path: string, content: string): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return `${path} is missing`;
  return readFileSync(file, 'utf8') === content ? undefined : `${path} is stale`;
}

function superfluous(folder: string, files: Files): readonly string[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder)
    .map(({ path }) => path)
    .filter((path) => !files.has(path));
}
