import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deploy } from './deploy/deploy.js';
import { readDeployOptions, usage } from './deploy/deployOptions.js';
import { openEnvironment } from './environment/openEnvironment.js';
import { runStep } from './pack/runStep.js';

/**
 * `npm run deploy -- --environment URL` brings the solution into an environment with the Power Platform CLI, and then looks whether
 * everything the product needs is there. Exit codes: 0 deployed and nothing failed · 1 otherwise.
 */
const project = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<boolean> {
  const options = readDeployOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(usage);
    return true;
  }
  const say = (line: string): void => console.log(line);
  return deploy(options, {
    source: path.join(project, 'solution', 'src'),
    output: path.join(project, 'dist'),
    pack: () => runStep(project, 'scripts/pack.ts'),
    variables: process.env,
    open: (url) =>
      openEnvironment({ url, onWait: tellWait, ...(process.stderr.isTTY && { showDeviceCode: say }) }),
    say,
    isTerminal: process.stdout.isTTY === true,
  });

  function tellWait(milliseconds: number): void {
    say(`Dataverse asks to wait ${Math.ceil(milliseconds / 1000)} s; waiting.`);
  }
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
