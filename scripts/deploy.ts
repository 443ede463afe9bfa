import { join } from 'node:path';
import { project, solutionFolder } from './command/project.js';
import { runCommand } from './command/runCommand.js';
import { runStep } from './command/runStep.js';
import { deploy } from './deploy/deploy.js';
import { readDeployOptions, usage } from './deploy/deployOptions.js';
import { openFromTerminal } from './environment/openFromTerminal.js';

/**
 * `npm run deploy` brings the solution into an environment with the Power Platform CLI, and then looks whether everything the product
 * needs is there.
 */
process.exitCode = await runCommand({
  usage,
  async run(args, terminal) {
    const isAllWell = await deploy(readDeployOptions(args, terminal.variables), {
      source: solutionFolder,
      output: join(project, 'dist'),
      pack: () => runStep(project, 'scripts/pack.ts'),
      variables: terminal.variables,
      open: (url) => openFromTerminal(url, terminal),
      say: terminal.print,
      isTerminal: terminal.isWatched,
    });
    return isAllWell ? 0 : 1;
  },
});
