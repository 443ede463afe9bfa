import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A copy of the solution in which a text of a file is another; `remove` takes it away. */
export function changedSolution(
  changes: readonly { readonly file: string; readonly text: RegExp; readonly by: string }[],
): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'solution-'));
  cpSync(fileURLToPath(new URL('../../solution/src', import.meta.url)), folder, { recursive: true });
  for (const { file, text, by } of changes) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(text, by);
    if (after === before) throw new Error(`${file} does not hold ${text}.`);
    writeFileSync(path, after);
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
