import { checkEnvironment } from '../../scripts/environment/check/checkEnvironment.js';
import type { EnvironmentCheck } from '../../scripts/environment/check/environmentCheck.js';
import { type Expected, readExpected } from '../../scripts/environment/check/expected.js';
import type { Environment, Method } from '../../scripts/environment/environment.js';
import { openEnvironment } from '../../scripts/environment/openEnvironment.js';
import { loadSample } from '../../sandbox/seed/loadSample.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start.js';
import { type Site, startSite } from './site.js';

/** One request of an administrator. */
export type Change = readonly [method: Method, path: string, body?: Readonly<Record<string, unknown>>];

/** A sandbox with the sample data, and a site: everything as it must be. */
export interface ReadyEnvironment {
  readonly sandbox: Sandbox;
  readonly site: Site;
  /** As an administrator. */
  readonly admin: Environment;
  readonly expected: Expected;
  change(...changes: readonly Change[]): Promise<void>;
  check(expected?: Partial<Expected>, now?: Date): Promise<readonly EnvironmentCheck[]>;
  /** The checks as somebody else. */
  checkAs(token: string): Promise<readonly EnvironmentCheck[]>;
  close(): Promise<void>;
}

/** @param options of the sandbox; without the solution there is no sample data either */
export async function startReadyEnvironment(options: SandboxOptions = {}): Promise<ReadyEnvironment> {
  const [sandbox, site] = await Promise.all([
    startSandbox({ developmentTokens: true, ...options }),
    startSite(),
  ]);
  const open = (token: string) =>
    openEnvironment({ url: sandbox.url, variables: { DATAVERSE_TOKEN: token } });
  const admin = await open('dev-admin');
  if (options.solutions?.length !== 0) {
    const tokens = Object.fromEntries(
      ['admin', 'manager', 'reader', 'service'].map((name) => [name, `dev-${name}`]),
    );
    await loadSample({ url: sandbox.url, tokens, variables: { siteUrl: site.url }, now: new Date() });
  }
  const expected = await readExpected();
  return {
    sandbox,
    site,
    admin,
    expected,
    async change(...changes) {
      for (const [method, path, body] of changes) await admin.send(method, path, body);
    },
    check: (other = {}, now) => checkEnvironment(admin, { ...expected, ...other }, now && { now }),
    checkAs: async (token) => checkEnvironment(await open(token), expected),
    close: async () => {
      await Promise.all([sandbox.close(), site.close()]);
    },
  };
}

/** What a check says, without its mend: `solution: ok`. */
export const states = (checks: readonly EnvironmentCheck[]): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ name, state }) => [name, state]));

/** The checks that are not `ok`. */
export const findings = (checks: readonly EnvironmentCheck[]): readonly EnvironmentCheck[] =>
  checks.filter(({ state }) => state !== 'ok');
