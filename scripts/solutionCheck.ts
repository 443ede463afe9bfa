import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkSolution } from './check/checkSolution.js';
import { readMaterial } from './check/read/readMaterial.js';
import { readSource } from './check/read/readSource.js';
import { reportText } from './check/reportText.js';
import { rules } from './check/rules.js';
import { checkSchemas } from './check/schemas/checkSchemas.js';
import { createXmllint } from './check/schemas/xmllint.js';

/**
 * `npm run solution:check` proves, without a browser or an environment, that solution/src packs whole and imports: that
 * every part is named, of the right shape, and that what it refers to exists. With `-- --schemas FOLDER` it validates by
 * Microsoft's schemas in that folder too, with xmllint. Exit code 1 when something is to be mended.
 */
const project = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
try {
  const { values } = parseArgs({ options: { schemas: { type: 'string' } } });
  const source = readSource(await readMaterial(project));
  const byRules = checkSolution(source, rules);
  const bySchemas =
    values.schemas === undefined
      ? undefined
      : checkSchemas(source.files, resolve(values.schemas), createXmllint());
  console.log(reportText(byRules, bySchemas));
  if ([byRules, bySchemas].some((report) => (report?.findings.length ?? 0) > 0)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
