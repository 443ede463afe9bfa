import { createApplicationUser } from '../createApplicationUser.js';
import { openEnvironment } from '../openEnvironment.js';
import { checkEnvironment, hasFailed } from './checkEnvironment.js';
import { checkSummary, checkTable } from './checkTable.js';
import { type CommandLine, readCommandLine, usage } from './commandLine.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { readExpected } from './expected.js';

/** What the command talks to. */
export interface Terminal {
  /** Environment variables. */
  readonly variables: NodeJS.ProcessEnv;
  /** The outcome, which another program may read. */
  readonly print: (text: string) => void;
  /** Progress and errors. */
  readonly tell: (text: string) => void;
  /** Whether a person watches: then there are colours, and a sign-in by device code. */
  readonly isWatched: boolean;
}

/** 0 nothing failed · 1 something failed · 2 the command line is wrong, or there is no connection. */
export type ExitCode = 0 | 1 | 2;

/** `npm run check-environment`: does an environment hold all that the product needs. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const given = readCommandLine(args, terminal.variables);
    if (given === undefined) {
      terminal.print(usage);
      return 0;
    }
    const checks = await look(given, terminal);
    terminal.print(given.json ? JSON.stringify(checks, undefined, 2) : report(checks, terminal.isWatched));
    return hasFailed(checks) ? 1 : 0;
  } catch (error) {
    terminal.tell(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

async function look(
  { url, applicationUser, isToBeCreated }: CommandLine,
  { variables, tell, isWatched }: Terminal,
): Promise<readonly EnvironmentCheck[]> {
  const environment = await openEnvironment({
    url,
    environment: variables,
    onWait: (milliseconds) => tell(`Dataverse asks to wait ${Math.ceil(milliseconds / 1000)} s; waiting.`),
    ...(isWatched ? { showDeviceCode: tell } : {}),
  });
  const expected = await readExpected(applicationUser);
  if (isToBeCreated && applicationUser !== undefined) {
    const steps = await createApplicationUser(environment, applicationUser, expected);
    tell(
      steps.length === 0
        ? 'The application user is there, with its role and profile.'
        : `Made for the application user: ${steps.join(', ')}.`,
    );
  }
  tell(`Checking ${environment.url}`);
  return checkEnvironment(environment, expected);
}

const report = (checks: readonly EnvironmentCheck[], coloured: boolean): string =>
  [...checkTable(checks, coloured), '', `${checkSummary(checks)}. ${nextStep(checks)}`].join('\n');

function nextStep(checks: readonly EnvironmentCheck[]): string {
  if (hasFailed(checks)) return 'Mend what failed and run the check again.';
  const service = 'start the service: npm run service';
  return checks.every(({ state }) => state === 'ok')
    ? `The environment is ready; ${service}`
    : `Nothing that could be seen keeps the product from working; ${service}`;
}
