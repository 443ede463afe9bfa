import { existsSync, readFileSync } from 'node:fs';
import { readSchema } from './readSchema.js';
import { writeSchema } from './writeSchema.js';

/**
 * Whether a generated file still says what the solution says.
 * @param source folder of the unpacked solution
 * @param file the generated module
 * @returns undefined when it does, else one sentence that says what to do
 */
export function checkSchema(source: string, file: string): string | undefined {
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === writeSchema(readSchema(source));
  return isFresh ? undefined : 'solution/schema.ts is stale: run "npm run schema" and commit what it writes.';
}
