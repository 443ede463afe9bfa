import { checkEnvironment, hasFailed, type CheckOptions } from '../environment/check/checkEnvironment.js';
import { checkSummary, checkTable } from '../environment/check/checkTable.js';
import { readExpected } from '../environment/check/expected.js';
import { guarded } from '../environment/check/guarded.js';
import { checkLanguages } from '../environment/check/languages.js';
import type { Environment } from '../environment/environment.js';
import { installedSolution } from '../environment/installedSolution.js';
import { findPac, howToInstallPac } from '../pac/findPac.js';
import type { EnvironmentRequest, Pac } from '../pac/pac.js';
import { readSignIn } from '../pac/readSignIn.js';
import type { SolutionIdentity } from '../solution/identity.js';
import { Mistake } from '../command/mistake.js';
import type { DeployOptions } from './deployOptions.js';
import { importDecision } from './importDecision.js';
import { offeredZip, type OfferedZip } from './offeredZip.js';
import { checkedSettings, withImportFile } from './settings/checkedSettings.js';
import type { DeploymentSettings } from './settings/deploymentSettings.js';

/** What a deployment stands on. */
export interface DeployContext {
  /** Folder of the unpacked solution. */
  readonly source: string;
  /** Folder that `pack` packs into. */
  readonly output: string;
  /** Packs the source; false when it failed and has said why. */
  readonly pack: () => boolean;
  /** Environment variables that say how to sign in, and where pac is. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  readonly open: (url: string) => Promise<Environment>;
  /** Gets each line of progress, pac's own included. */
  readonly say: (line: string) => void;
  readonly isTerminal: boolean;
  readonly check?: CheckOptions;
}

/**
 * Brings the solution into an environment and looks whether the product works there. Everything that can be wrong without touching
 * the environment is looked at first.
 * @returns whether nothing that was checked afterwards has failed
 * @throws Mistake, PacError, EnvironmentError, InvitationError: it did not go on, for the reason in the message
 */
export async function deploy(options: DeployOptions, context: DeployContext): Promise<boolean> {
  const { say } = context;
  const settings = await settingsOf(options, context);
  const request = requestOf(options, context);
  const pac = await requirePac(context);
  const zip = await offeredZip(options, context.output, context.pack);
  const environment = await context.open(options.environment);

  const installed = await installedSolution(environment, zip.identity.uniqueName);
  const { action, reason } = importDecision(zip.identity, installed, options.force);
  if (action === 'refuse') throw new Mistake(reason);
  say(reason);
  if (action !== 'skip') {
    await tellLanguages(environment, options, say);
    const stageAndUpgrade = action === 'upgrade';
    say(`${stageAndUpgrade ? 'Upgrading' : 'Importing'} with ${pac.name}: ${zip.file}`);
    await importAndPublish(pac, { ...request, stageAndUpgrade }, zip, settings, say);
  }
  return check(environment, zip.identity, options, context);
}

async function settingsOf(
  { settingsFile }: DeployOptions,
  { source, say }: DeployContext,
): Promise<DeploymentSettings | undefined> {
  if (settingsFile === undefined) {
    say('No deployment settings (--settings): the environment keeps the values it has.');
    return undefined;
  }
  const settings = await checkedSettings(settingsFile, source);
  say(`Deployment settings: ${settings.EnvironmentVariables.length} variables, all valid.`);
  return settings;
}

function requestOf(
  { environment, profile, clearProfiles, maximumMinutes }: DeployOptions,
  { variables }: DeployContext,
): EnvironmentRequest {
  const signIn =
    profile === undefined ? readSignIn(variables) : ({ kind: 'profile', name: profile } as const);
  if (clearProfiles && (!signIn || signIn.kind === 'profile'))
    throw new Mistake(
      '--clear-profiles is for build agents that sign in by variables: here it would delete the profile that you work with.',
    );
  return {
    environment,
    clearProfiles,
    ...(signIn && { signIn }),
    ...(maximumMinutes !== undefined && { maximumMinutes }),
  };
}

async function requirePac({ variables, say }: DeployContext): Promise<Pac> {
  const pac = await findPac({ variables, report: (line) => say(`  ${line}`) });
  if (!pac) throw new Mistake(`There is no pac on this machine. ${howToInstallPac}`);
  return pac;
}

/** Before the import, because that passes over, or refuses, what is in a language that the environment does not have. */
async function tellLanguages(
  environment: Environment,
  { applicationUser }: DeployOptions,
  say: (line: string) => void,
): Promise<void> {
  const expected = readExpected(applicationUser);
  const checks = await guarded('languages', 'languages', () => checkLanguages({ environment, expected }));
  for (const { state, found, mend } of checks)
    if (state !== 'ok') say(`Note: ${found}. ${mend ?? ''}`.trim());
}

async function importAndPublish(
  pac: Pac,
  request: EnvironmentRequest & { readonly stageAndUpgrade: boolean },
  { file: zipFile, identity }: OfferedZip,
  settings: DeploymentSettings | undefined,
  say: (line: string) => void,
): Promise<void> {
  await withImportFile(settings, (settingsFile) =>
    pac.importSolution({ ...request, zipFile, ...(settingsFile !== undefined && { settingsFile }) }),
  );
  // The import of a managed solution publishes what it brings; that of an unmanaged one leaves drafts.
  if (identity.kind === 'managed') return;
  say('Publishing: what an unmanaged solution brings is not seen before.');
  await pac.publish(request);
}

async function check(
  environment: Environment,
  deployed: SolutionIdentity,
  { applicationUser }: DeployOptions,
  { say, isTerminal, check: options }: DeployContext,
): Promise<boolean> {
  say(`Checking ${environment.url}`);
  const { uniqueName, version } = deployed;
  const expected = { ...readExpected(applicationUser), solution: { uniqueName, version } };
  const checks = await checkEnvironment(environment, expected, options);
  checkTable(checks, isTerminal).forEach(say);
  const works = !hasFailed(checks);
  say(
    `${checkSummary(checks)}. ${works ? 'Next: start the service (npm run service).' : 'Next: mend what failed, then npm run check-environment -- --environment URL'}`,
  );
  return works;
}
