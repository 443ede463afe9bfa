import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSchema } from './schema/readSchema.js';
import { writeSchema } from './schema/writeSchema.js';

/**
 * `npm run schema` writes solution/schema.ts from solution/src. With `--check` it writes nothing and exits with 1 when the file is not
 * what it would write.
 */
const source = fileURLToPath(new URL('../solution/src', import.meta.url));
const file = fileURLToPath(new URL('../solution/schema.ts', import.meta.url));

const text = writeSchema(readSchema(source));
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log('solution/schema.ts is written.');
} else if (existsSync(file) && readFileSync(file, 'utf8') === text) {
  console.log('solution/schema.ts is up to date.');
} else {
  console.error('solution/schema.ts is stale: run "npm run schema" and commit what it writes.');
  process.exitCode = 1;
}
