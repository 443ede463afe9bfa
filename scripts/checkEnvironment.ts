import { runCommand } from './command/runCommand.js';
import { usage } from './environment/check/commandLine.js';
import { runCheck } from './environment/check/runCheck.js';

/** `npm run check-environment` */
process.exitCode = await runCommand({ usage, run: runCheck });
