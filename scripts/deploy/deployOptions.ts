import path from 'node:path';
import { UsageMistake } from '../command/mistake.js';
import { readArguments } from '../command/readArguments.js';
import { clientIdOf, environmentAddress } from '../environment/options.js';
import type { PackageKind } from '../solution/identity.js';

/** What `npm run deploy -- --help` prints. */
export const usage = `npm run deploy -- --environment URL [options]

Brings the solution into an environment with pac, the Power Platform CLI, and then checks the environment.
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
of a pipeline's job, else with its active profile.`;

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
 * Reads the command line.
 * @throws UsageMistake with the sentence that says what is wrong
 */
export function readDeployOptions(
  args: readonly string[],
  variables: Readonly<NodeJS.ProcessEnv>,
): DeployOptions {
  const given = readArguments({ args: [...args], options }).values;
  const { settings, zip, profile, managed, unmanaged, wait, force } = given;
  const client = given['application-user'];
  if (managed && unmanaged) throw new UsageMistake('Give --managed or --unmanaged, not both.');
  return {
    environment: environmentAddress(given.environment, variables),
    ...(settings !== undefined && { settingsFile: path.resolve(settings) }),
    ...(zip !== undefined && { zipFile: path.resolve(zip) }),
    ...((managed || unmanaged) && { kind: managed ? ('managed' as const) : ('unmanaged' as const) }),
    ...(profile !== undefined && { profile: profileOf(profile) }),
    ...(wait !== undefined && { maximumMinutes: minutesOf(wait) }),
    ...(client !== undefined && { applicationUser: clientIdOf(client) }),
    clearProfiles: given['clear-profiles'],
    force,
  };
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
} as const;

/** pac allows 30 characters, and would take a leading hyphen for an option. */
function profileOf(name: string): string {
  if (/^[^-].{0,29}$/.test(name)) return name;
  throw new UsageMistake('The name of a profile of pac has 1 to 30 characters: see them with pac auth list');
}

function minutesOf(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageMistake('--wait takes a whole number of minutes, such as 90.');
}
