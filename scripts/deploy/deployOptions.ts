import path from 'node:path';
import { parseArgs } from 'node:util';
import { addressProblem } from '../../plugins/dataverse/addressProblem.js';
import { asGuid } from '../../plugins/invitation/guid.js';
import type { PackageKind } from '../pac/pac.js';
import { DeployError } from './deployError.js';

/** What `npm run deploy -- --help` prints. */
export const usage = `npm run deploy -- --environment URL [options]
  --environment URL             address of the environment (DATAVERSE_URL)
  --settings FILE               deployment settings: values of the environment variables
  --zip FILE                    the zip to import; without it solution/src is packed
  --managed | --unmanaged       which zip is packed; managed unless told otherwise
  --profile NAME                authentication profile of pac to work with
  --force                       import a version that is there already once more
  --wait MINUTES                how long an import may take (60)
  --application-user CLIENT-ID  the service's application, for the check that follows
  --clear-profiles              clear every authentication profile of pac on this machine afterwards
pac signs in with --profile, else by the variables of the service (AZURE_TENANT_ID, AZURE_CLIENT_ID, …) or the identity
of a pipeline's job, else with its active profile. Exit code: 0 deployed and nothing failed, 1 otherwise.`;

/** What to deploy, where, and as whom. Paths are absolute. */
export interface DeployOptions {
  /** Base address of the environment, without a slash at the end. */
  readonly environment: string;
  readonly settingsFile?: string;
  /** Left out: the source is packed. */
  readonly zipFile?: string;
  /** Left out: that of the zip; managed where the source is packed. */
  readonly kind?: PackageKind;
  /** Authentication profile of pac. */
  readonly profile?: string;
  readonly clearProfiles: boolean;
  readonly force: boolean;
  readonly maximumMinutes?: number;
  /** Client id of the service's application. */
  readonly applicationUser?: string;
}

/**
 * Reads the command line; undefined when help is wanted.
 * @throws DeployError with the sentence that says what is wrong
 */
export function readDeployOptions(
  args: readonly string[],
  variables: Readonly<NodeJS.ProcessEnv>,
): DeployOptions | undefined {
  const given = parse(args);
  if (given.help) return undefined;
  const { settings, zip, profile, managed, unmanaged, wait, force } = given;
  if (managed && unmanaged) throw new DeployError('Give --managed or --unmanaged, not both.');
  return {
    environment: addressOf(given.environment ?? variables.DATAVERSE_URL?.trim()),
    ...(settings !== undefined && { settingsFile: path.resolve(settings) }),
    ...(zip !== undefined && { zipFile: path.resolve(zip) }),
    ...((managed || unmanaged) && { kind: managed ? ('managed' as const) : ('unmanaged' as const) }),
    ...(profile !== undefined && { profile: profileOf(profile) }),
    ...(wait !== undefined && { maximumMinutes: minutesOf(wait) }),
    ...applicationUserOf(given['application-user']),
    clearProfiles: given['clear-profiles'],
    force,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new DeployError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

const options = {
  environment: { type: 'string' },
  settings: { type: 'string' },
  zip: { type: 'string' },
  managed: { type: 'boolean', default: false },
  unmanaged: { type: 'boolean', default: false },
  profile: { type: 'string' },
  force: { type: 'boolean', default: false },
  wait: { type: 'string' },
  'application-user': { type: 'string' },
  'clear-profiles': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function addressOf(text: string | undefined): string {
  if (!text) throw new DeployError('Say which environment: --environment https://contoso.crm.dynamics.com');
  const problem = addressProblem(text);
  if (problem !== undefined) throw new DeployError(`The address of the environment ${problem}.`);
  return new URL(text).origin;
}

/** pac allows 30 characters, and would take a leading hyphen for an option. */
function profileOf(name: string): string {
  if (/^[^-].{0,29}$/.test(name)) return name;
  throw new DeployError('The name of a profile of pac has 1 to 30 characters: see them with pac auth list');
}

function minutesOf(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new DeployError('--wait takes a whole number of minutes, such as 90.');
}

function applicationUserOf(text: string | undefined): Pick<DeployOptions, 'applicationUser'> {
  if (text === undefined) return {};
  const applicationUser = asGuid(text);
  if (applicationUser === undefined) throw new DeployError('The client id of an application is a GUID.');
  return { applicationUser };
}
