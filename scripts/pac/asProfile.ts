import { randomBytes } from 'node:crypto';
import { authCreate } from './arguments/authCreate.js';
import { authClear, authDelete, authList, authSelect } from './arguments/authProfiles.js';
import type { EnvironmentRequest } from './pac.js';
import { PacError } from './pacError.js';
import { readProfiles, sameProfile, type ListedProfile } from './profileList.js';
import type { RunPac } from './runPac.js';
import { secretsOf, variablesOf, type PacSignIn } from './signIn.js';
import { uninterrupted } from './uninterrupted.js';

/**
 * Does work in an environment as whom the request says, and leaves the authentication profiles of this machine as they were: the
 * one that was active is active again, and a profile made for the work is deleted. All are cleared only if the request says so.
 * @param work gets a runner that keeps the secrets of the sign-in out of what it reports
 */
export async function asProfile(
  run: RunPac,
  { signIn, environment, clearProfiles = false }: EnvironmentRequest,
  work: (run: RunPac) => Promise<unknown>,
): Promise<void> {
  if (!signIn) {
    await work(run);
    if (clearProfiles) await run(authClear, { quiet: true });
    return;
  }
  const context = { secrets: secretsOf(signIn), added: variablesOf(signIn) };
  const runAs: RunPac = (args, more) => run(args, { ...context, ...more });
  const former = (await profiles(run)).filter(({ active }) => active);
  // Distinct from any other deployment that runs on this machine at the same moment.
  const name = `invitations-${randomBytes(6).toString('hex')}`;
  const leave = (): Promise<unknown> =>
    clearProfiles ? run(authClear, { quiet: true }) : restore(run, former, name);

  await uninterrupted(async () => {
    try {
      await enter(runAs, { signIn, environment, name });
      await work(runAs);
    } catch (error) {
      await leave().catch((second: unknown) => {
        throw bothFailed(error, second);
      });
      throw error;
    }
    await leave();
  });
}

const profiles = async (run: RunPac): Promise<readonly ListedProfile[]> =>
  readProfiles(await run(authList, { quiet: true }));

interface Entry {
  readonly signIn: PacSignIn;
  readonly environment: string;
  /** Of the profile that is made for an application. */
  readonly name: string;
}

const enter = (run: RunPac, { signIn, environment, name }: Entry): Promise<unknown> =>
  signIn.kind === 'profile'
    ? run(authSelect({ name: signIn.name }), { quiet: true })
    : run(authCreate({ name, environment, signIn }), { quiet: true });

/** Looks at what there is instead of assuming it: a run that failed may have made the profile or not. */
async function restore(run: RunPac, former: readonly ListedProfile[], name: string): Promise<void> {
  const now = await profiles(run);
  for (const profile of former) {
    const there = sameProfile(profile, now);
    if (there && !there.active) await run(authSelect({ index: there.index }), { quiet: true });
  }
  if (now.some(({ description }) => description.includes(name))) await run(authDelete(name), { quiet: true });
}

const bothFailed = (first: unknown, second: unknown): PacError =>
  new PacError(
    `${text(first)} Besides, the profiles of pac could not be restored (${text(second)}) Look at them with: pac auth list`,
    [],
    { cause: first },
  );

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));
