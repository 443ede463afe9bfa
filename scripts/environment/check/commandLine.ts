import { readArguments } from '../../command/readArguments.js';
import { clientIdOf, environmentAddress, signInUsage } from '../options.js';

/** What `npm run check-environment -- --help` prints. */
export const usage = `npm run check-environment -- --environment URL [options]

Looks whether an environment holds all that the product needs, and says how to mend what it lacks. It changes nothing.
  --environment URL                    address of the environment (DATAVERSE_URL)
  --application-user CLIENT-ID         the service's application; without it, every one that holds its role
  --create-application-user CLIENT-ID  make the service's application user first: needs System Administrator
  --json                               print the checks as JSON
${signInUsage}`;

/** The command line of `npm run check-environment`. */
export interface CommandLine {
  readonly url: string;
  readonly applicationUser?: string;
  readonly isToBeCreated: boolean;
  readonly json: boolean;
}

/** Reads the command line. Throws UsageMistake. */
export function readCommandLine(
  args: readonly string[],
  variables: Readonly<NodeJS.ProcessEnv>,
): CommandLine {
  const { values } = readArguments({
    args: [...args],
    options: {
      environment: { type: 'string' },
      'application-user': { type: 'string' },
      'create-application-user': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const given = values['create-application-user'] ?? values['application-user'];
  return {
    url: environmentAddress(values.environment, variables),
    ...(given !== undefined && { applicationUser: clientIdOf(given) }),
    isToBeCreated: values['create-application-user'] !== undefined,
    json: values.json,
  };
}
