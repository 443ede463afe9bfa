import { fileURLToPath } from 'node:url';
import { checkSolution } from './check/checkSolution.js';
import { readMaterial } from './check/read/readMaterial.js';
import { readSource } from './check/read/readSource.js';
import { reportText } from './check/reportText.js';
import { rules } from './check/rules.js';

/**
 * `npm run solution:check` proves, without a browser or an environment, that what solution/src names exists: web
 * resources, functions, commands, rules, columns, views, labels. Exit code 1 when something is to be mended.
 */
const project = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const report = checkSolution(readSource(await readMaterial(project)), rules);
console.log(reportText(report));
if (report.findings.length > 0) process.exitCode = 1;
