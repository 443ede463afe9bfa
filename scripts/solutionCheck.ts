import { resolve } from 'node:path';
import { checkSolution } from './check/checkSolution.js';
import { readMaterial } from './check/read/readMaterial.js';
import { readSource } from './check/read/readSource.js';
import { reportText } from './check/reportText.js';
import { rules } from './check/rules.js';
import { checkSchemas } from './check/schemas/checkSchemas.js';
import { createXmllint } from './check/schemas/xmllint.js';
import { project } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';

const usage = `npm run solution:check -- [--schemas FOLDER]

Proves, without a browser or an environment, that solution/src packs whole and imports: that every part is named, of the right shape, and
that what it refers to exists.
  --schemas FOLDER  validate by Microsoft's schemas in this folder too, with xmllint`;

/** `npm run solution:check` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const { values } = readArguments({ args: [...args], options: { schemas: { type: 'string' } } });
    const source = readSource(await readMaterial(project));
    const byRules = checkSolution(source, rules);
    const bySchemas =
      values.schemas === undefined
        ? undefined
        : checkSchemas(source.files, resolve(values.schemas), createXmllint());
    print(reportText(byRules, bySchemas));
    return [byRules, bySchemas].some((report) => (report?.findings.length ?? 0) > 0) ? 1 : 0;
  },
});
