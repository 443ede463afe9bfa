import type { ExitCode } from '../../command/runCommand.js';
import type { Terminal } from '../../command/terminal.js';
import { createApplicationUser } from '../createApplicationUser.js';
import { openFromTerminal } from '../openFromTerminal.js';
import { checkEnvironment, hasFailed } from './checkEnvironment.js';
import { checkSummary, checkTable } from './checkTable.js';
import { type CommandLine, readCommandLine } from './commandLine.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { readExpected } from './expected.js';

/**
 * `npm run check-environment`: does an environment hold all that the product needs.
 * @throws UsageMistake, EnvironmentError, InvitationError
 */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const given = readCommandLine(args, terminal.variables);
  const checks = await look(given, terminal);
  terminal.print(given.json ? JSON.stringify(checks, undefined, 2) : report(checks, terminal.isWatched));
  return hasFailed(checks) ? 1 : 0;
}

async function look(
  { url, applicationUser, isToBeCreated }: CommandLine,
  terminal: Terminal,
): Promise<readonly EnvironmentCheck[]> {
  const environment = await openFromTerminal(url, terminal);
  const expected = readExpected(applicationUser);
  if (isToBeCreated && applicationUser !== undefined) {
    const steps = await createApplicationUser(environment, applicationUser, expected);
    terminal.tell(
      steps.length === 0
        ? 'The application user is there, with its role and profile.'
        : `Made for the application user: ${steps.join(', ')}.`,
    );
  }
  terminal.tell(`Checking ${environment.url}`);
  return checkEnvironment(environment, expected);
}

const report = (checks: readonly EnvironmentCheck[], coloured: boolean): string =>
  [...checkTable(checks, coloured), '', `${checkSummary(checks)}. ${nextStep(checks)}`].join('\n');

function nextStep(checks: readonly EnvironmentCheck[]): string {
  if (hasFailed(checks)) return 'Next: mend what failed, and run the check again.';
  const outcome = checks.every(({ state }) => state === 'ok')
    ? 'The environment is ready.'
    : 'Nothing that could be seen keeps the product from working.';
  return `${outcome} Next: start the service, npm run service`;
}
