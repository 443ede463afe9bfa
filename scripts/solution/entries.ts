import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Full paths of what a folder holds, in a fixed order; none when there is no such folder. */
export function entries(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
