import { join, relative, resolve } from 'node:path';
import { Mistake, UsageMistake } from './command/mistake.js';
import { project, solutionFolder } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { runStep } from './command/runStep.js';
import { findPac } from './pac/findPac.js';
import { packBoth } from './pack/packBoth.js';
import { zipText } from './pack/zipText.js';

const usage = `npm run pack -- [options]

Builds and checks solution/src and makes the unmanaged and the managed zip: with pac where there is one, else with our own packer.
  --own            take our own packer in any case
  --compare        pack both ways, and tell the differences
  --output FOLDER  where the zips go (dist)`;

/** `npm run pack` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print, variables }) {
    const { values } = readArguments({
      args: [...args],
      options: {
        own: { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        output: { type: 'string', default: join(project, 'dist') },
      },
    });
    if (values.own && values.compare)
      throw new UsageMistake('--own packs without pac and --compare needs it: give one of them.');
    if (!runStep(project, 'scripts/build.ts'))
      throw new Mistake('The build failed: mend what it says, and pack again.');
    if (!runStep(project, 'scripts/solutionCheck.ts'))
      throw new Mistake('The solution has mistakes: mend what is listed, and pack again.');
    const report = (line: string): void => print(`  ${line}`);
    const pac = values.own ? undefined : await findPac({ variables, report });
    print(packerText(pac?.name, values));
    const zips = await packBoth({
      folder: solutionFolder,
      output: resolve(values.output),
      pac,
      compare: values.compare && pac !== undefined,
    });
    for (const zip of zips) print(zipText({ ...zip, path: relative(process.cwd(), zip.path) }));
    print(
      'Next: `npm run deploy -- --environment URL`, or import the managed zip on make.powerapps.com under Solutions.',
    );
    return zips.every(({ differences = [] }) => differences.length === 0) ? 0 : 1;
  },
});

function packerText(pac: string | undefined, { own, compare }: { own: boolean; compare: boolean }): string {
  if (pac !== undefined) return `Packing with ${pac}.`;
  const why = own ? '' : 'There is no pac here (set PAC_PATH, or put it in PATH). ';
  const comparison = compare ? ' There is nothing to compare it with.' : '';
  return `${why}Packing with our own packer, which writes what pac writes.${comparison}`;
}
