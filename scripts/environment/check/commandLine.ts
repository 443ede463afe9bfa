import { parseArgs } from 'node:util';
import { asGuid } from '../../../plugins/invitation/guid.js';

/** What `npm run check-environment -- --help` prints. */
export const usage = `npm run check-environment -- [options]
  --environment URL                    address of the environment (DATAVERSE_URL)
  --application-user CLIENT-ID         the service's application; without it, every one that holds its role
  --create-application-user CLIENT-ID  make the service's application user first: needs System Administrator
  --json                               print the checks as JSON
Signs in by DATAVERSE_TOKEN, by the variables of the service (AZURE_TENANT_ID, AZURE_CLIENT_ID, …), by the
identity of a pipeline's job, or by a device code. Exit code: 0 nothing failed, 1 something failed, 2 no connection.`;

/** The command line of `npm run check-environment`. */
export interface CommandLine {
  readonly url: string;
  readonly applicationUser?: string;
  readonly isToBeCreated: boolean;
  readonly json: boolean;
}

/**
 * Reads the command line; undefined when help is wanted.
 * @throws Error with the sentence that says what is wrong
 */
export function readCommandLine(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CommandLine | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      environment: { type: 'string' },
      'application-user': { type: 'string' },
      'create-application-user': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const url = values.environment ?? environment.DATAVERSE_URL?.trim();
  if (!url) throw new Error('Say which environment: --environment https://contoso.crm.dynamics.com');
  const given = values['create-application-user'] ?? values['application-user'];
  const applicationUser = given === undefined ? undefined : asGuid(given);
  if (given !== undefined && applicationUser === undefined)
    throw new Error('The client id of an application is a GUID.');
  return {
    url,
    ...(applicationUser === undefined ? {} : { applicationUser }),
    isToBeCreated: values['create-application-user'] !== undefined,
    json: values.json,
  };
}
