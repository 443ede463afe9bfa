import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSchema } from './schema/checkSchema.js';
import { readSchema } from './schema/readSchema.js';
import { writeSchema } from './schema/writeSchema.js';

/**
 * `npm run schema` writes solution/schema.ts from solution/src. With `--check` it writes nothing and exits with 1 when the file is not
 * what it would write.
 */
const source = fileURLToPath(new URL('../solution/src', import.meta.url));
const file = fileURLToPath(new URL('../solution/schema.ts', import.meta.url));

if (process.argv.includes('--check')) {
  const problem = checkSchema(source, file);
  if (problem !== undefined) process.exitCode = 1;
  console.log(problem ?? 'solution/schema.ts is up to date.');
} else {
  writeFileSync(file, writeSchema(readSchema(source)));
  console.log('solution/schema.ts is written.');
}
