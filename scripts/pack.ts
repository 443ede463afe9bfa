import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findPac } from './pac/findPac.js';
import { packBoth } from './pack/packBoth.js';
import { runStep } from './pack/runStep.js';
import { zipText } from './pack/zipText.js';

/**
 * `npm run pack` builds and checks solution/src and makes the unmanaged and the managed zip in dist/: with pac where
 * there is one, else with the project's own packer.
 *
 * `--own` takes our own packer in any case, `--compare` packs both ways and tells the differences, `--output` names
 * another folder for the zips.
 */
const project = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      own: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
      output: { type: 'string', default: join(project, 'dist') },
    },
  });
  if (values.own && values.compare)
    throw new Error('--own packs without pac and --compare needs it: give one of them.');
  if (!runStep(project, 'scripts/build.ts'))
    throw new Error('The build failed: mend what it says, and pack again.');
  if (!runStep(project, 'scripts/solutionCheck.ts'))
    throw new Error('The solution has mistakes: mend what is listed, and pack again.');
  const pac = values.own ? undefined : await findPac({ report: (line) => console.log(`  ${line}`) });
  console.log(packerText(pac?.name, values));
  const zips = await packBoth({
    folder: join(project, 'solution', 'src'),
    output: resolve(values.output),
    pac,
    compare: values.compare && pac !== undefined,
  });
  for (const zip of zips) console.log(zipText({ ...zip, path: relative(process.cwd(), zip.path) }));
  console.log(
    'Next: `npm run deploy -- --environment URL`, or import the managed zip on make.powerapps.com under Solutions.',
  );
  return zips.every(({ differences = [] }) => differences.length === 0);
}

function packerText(pac: string | undefined, { own, compare }: { own: boolean; compare: boolean }): string {
  if (pac !== undefined) return `Packing with ${pac}.`;
  const why = own ? '' : 'There is no pac here (set PAC_PATH, or put it in PATH). ';
  const comparison = compare ? ' There is nothing to compare it with.' : '';
  return `${why}Packing with our own packer, which writes what pac writes.${comparison}`;
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
