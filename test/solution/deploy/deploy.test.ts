import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deploy } from '../../../scripts/deploy/deploy.js';
import type { DeployOptions } from '../../../scripts/deploy/deployOptions.js';
import type { Environment } from '../../../scripts/environment/environment.js';
import { openEnvironment } from '../../../scripts/environment/openEnvironment.js';
import { changedSolution } from '../../environment/changedSolution.js';
import { startReadyEnvironment, type ReadyEnvironment } from '../../environment/readyEnvironment.js';
import { program } from '../../system/program.js';
import { standIn, type StandIn, type StandInOptions } from '../pac/standIn.js';
import { solutionZip, zipOf, type SolutionZip } from './solutionZip.js';

// Each call of pac is a process of its own: a busy machine takes its time.
jest.setTimeout(30_000);

const profiles = [{ name: 'Mine', url: 'https://mine.crm.dynamics.com', active: true }];
const sample = 'solution/deployment-settings.sample.json';
const folder = mkdtempSync(path.join(tmpdir(), 'deploy-'));
const secret = 'Hush~-secret';
const application = {
  AZURE_TENANT_ID: 'contoso.com',
  AZURE_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  AZURE_CLIENT_SECRET: secret,
};

/** The environment: the solution is there, managed, with all that the product needs. */
let ready: ReadyEnvironment;
let id: string;
let pac: StandIn;
let said: string[];
const zips: SolutionZip[] = [];

beforeAll(async () => {
  const managed = changedSolution([{ file: 'Other/Solution.xml', text: /<Managed>2</, by: '<Managed>1<' }]);
  ready = await startReadyEnvironment({ solutions: [managed.folder] });
  managed.remove();
  const [row] = await ready.admin.all(
    "solutions?$select=solutionid&$filter=uniquename eq 'ContactInvitations'",
  );
  id = String(row?.solutionid);
});
afterAll(async () => {
  await ready.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  pac.remove();
  zips.splice(0).forEach((zip) => zip.remove());
});

const installed = (version: string) => ready.change(['PATCH', `solutions(${id})`, { version }]);

function zip(version: string, managed = true): string {
  const made = solutionZip(version, managed);
  zips.push(made);
  return made.file;
}

interface Situation extends StandInOptions {
  readonly options?: Partial<DeployOptions>;
  readonly variables?: NodeJS.ProcessEnv;
  readonly url?: string;
  readonly pack?: () => boolean;
  /** LCIDs of the languages that the environment has enabled; what it says itself unless given. */
  readonly languages?: readonly number[];
}

/** The environment, with other languages enabled. */
const speaking = (environment: Environment, languages: readonly number[]): Environment => ({
  ...environment,
  get: async (path, headers) =>
    path === 'RetrieveProvisionedLanguages'
      ? { RetrieveProvisionedLanguages: languages }
      : environment.get(path, headers),
});

/** Deploys 1.0.0.0, managed, unless told otherwise. What an import does to the row of the solution, the stand-in does. */
async function run(situation: Situation = {}): Promise<boolean> {
  const { options, variables = {}, url = ready.sandbox.url, languages, ...others } = situation;
  const { pack = () => false, ...pacOptions } = others;
  said = [];
  pac = standIn({
    profiles,
    installs: { url, token: 'dev-admin', id, version: '1.0.0.0' },
    ...pacOptions,
  });
  return deploy(
    { environment: url, clearProfiles: false, force: false, zipFile: zip('1.0.0.0'), ...options },
    {
      source: 'solution/src',
      output: folder,
      pack,
      variables: { ...pac.environment, PATH: process.env.PATH, ...variables },
      open: async (address) => {
        const environment = await openEnvironment({
          url: address,
          variables: { DATAVERSE_TOKEN: 'dev-admin' },
        });
        return languages ? speaking(environment, languages) : environment;
      },
      say: (line) => said.push(line),
      isTerminal: false,
    },
  );
}

const imports = (): readonly string[] => pac.typed().filter((call) => call.startsWith('solution'));

describe('npm run deploy', () => {
  it('upgrades an older version with the settings, and finds all that the product needs', async () => {
    await installed('0.9.0.0');
    const settings = path.join(folder, 'settings.json');
    const text = readFileSync(sample, 'utf8').replace('"Value": "Invitations"', '"Value": ""');
    writeFileSync(settings, text);

    expect(await run({ options: { settingsFile: settings, maximumMinutes: 90 } })).toBe(true);

    const [call] = pac.calls();
    expect(call?.args.slice(0, 4)).toEqual(['solution', 'import', '--environment', ready.sandbox.url]);
    expect(call?.args.slice(-5)).toEqual([
      '--stage-and-upgrade',
      '--activate-plugins',
      '--async',
      '--max-async-wait-time',
      '90',
    ]);
    expect(call?.settings).toContain('"Europe/Berlin"');
    expect(call?.settings).not.toContain('inv_SenderQueue');
    expect(said[0]).toBe('Deployment settings: 11 variables, all valid.');
    expect(said).toContain('  Solution Imported successfully.');
    expect(said).toContainEqual(
      expect.stringMatching(/^solution +ok +ContactInvitations 1\.0\.0\.0, managed$/),
    );
    expect(said.at(-1)).toContain('Next: start the service');
  });

  it('says before the import which languages the environment does not have', async () => {
    await installed('0.9.0.0');
    await run({ languages: [1033, 1031] });
    const note = said.findIndex((line) => /^Note: fr-FR, es-ES not enabled.*Languages/.test(line));
    expect(note).toBeGreaterThan(0);
    expect(note).toBeLessThan(said.findIndex((line) => line.startsWith('Upgrading with')));
  });

  it('leaves the same version alone, and imports it once more with --force', async () => {
    await installed('1.0.0.0');
    expect(await run()).toBe(true);
    expect(imports()).toEqual([]);
    pac.remove();

    expect(await run({ options: { force: true } })).toBe(true);
    expect(imports()).toHaveLength(1);
    expect(imports()[0]).not.toContain('--stage-and-upgrade');
  });

  it.each([
    ['a newer version', '1.0.0.1', true, /1\.0\.0\.1, which is newer than 1\.0\.0\.0/],
    ['a managed version where the zip is not', '0.9.0.0', false, /no unmanaged one/],
  ])('imports nothing over %s', async (_, there, managed, message) => {
    await installed(there);
    await expect(run({ options: { zipFile: zip('1.0.0.0', managed) } })).rejects.toThrow(message);
    expect(imports()).toEqual([]);
  });

  it('looks at nothing after an import that failed, and shows what pac said', async () => {
    await installed('0.9.0.0');
    const failures = { 'solution import': { code: 1, prints: 'Error: A dependency is missing.' } };
    await expect(run({ failures })).rejects.toThrow(/^pac solution import failed \(exit code 1\)/);
    expect(said.at(-1)).toBe('  Error: A dependency is missing.');
  });

  it('calls nobody when the settings are wrong', async () => {
    const settings = path.join(folder, 'wrong.json');
    writeFileSync(settings, '{"EnvironmentVariables": [{"SchemaName": "inv_SiteUrl", "Value": "contoso"}]}');
    const asked = ready.sandbox.counters.snapshot().requests;
    await expect(run({ options: { settingsFile: settings } })).rejects.toThrow(
      /inv_TimeZone is not named[^]*inv_SiteUrl must be an address[^]*nothing has been changed/,
    );
    expect(pac.calls()).toEqual([]);
    expect(ready.sandbox.counters.snapshot().requests).toBe(asked);
  });

  it('keeps the profiles of the machine and prints no secret', async () => {
    await installed('0.9.0.0');
    const failures = { 'solution import': { code: 1, prints: `Error: ${secret}` } };
    const error = await run({ failures, variables: application }).catch((caught: unknown) => caught);
    expect(pac.calls().find(({ args }) => args[1] === 'create')?.variables.PAC_CLI_SPN_SECRET).toBe(secret);
    expect(pac.profiles()).toEqual(profiles);
    expect(pac.typed()).not.toContain('auth clear');
    expect(`${said.join('\n')} ${String(error)} ${JSON.stringify(error)}`).not.toContain(secret);
  });

  it('works with the profile that is named, and selects the former again', async () => {
    await installed('0.9.0.0');
    const other = { name: 'Test', url: ready.sandbox.url };
    await run({ profiles: [...profiles, other], options: { profile: 'Test' }, variables: application });
    expect(pac.calls().find(({ args }) => args[1] === 'import')?.active).toBe('Test');
    expect(pac.profiles().map(({ name, active = false }) => [name, active])).toEqual([
      ['Mine', true],
      ['Test', false],
    ]);
  });

  it.each([undefined, 'Mine'])(
    'clears no profile that somebody works with (--profile %s)',
    async (profile) => {
      const options = { clearProfiles: true, ...(profile && { profile }) };
      await expect(run({ options })).rejects.toThrow(/would delete the profile that you work with/);
      expect(pac.calls()).toEqual([]);
    },
  );

  it('is not content with an import that changed nothing', async () => {
    await installed('0.9.0.0');
    expect(await run({ installs: undefined })).toBe(false);
    expect(said).toContainEqual(expect.stringMatching(/^solution +failed/));
    expect(said.at(-1)).toContain('mend what failed');
  });

  it('says what to install where there is no pac', async () => {
    await expect(run({ variables: { PAC_PATH: '', PATH: folder } })).rejects.toThrow(
      /^There is no pac on this machine\. Install the Power Platform CLI with: dotnet tool install/,
    );
  });

  it.each([
    ['is no zip', () => sample, /is not a zip/],
    ['holds no solution', () => kept(zipOf({ 'x.txt': '' })), /holds no solution\.xml/],
    ['is another solution', () => kept(solutionZip('1.0.0.0', true, 'Other')), /is the solution Other/],
    ['is not there', () => path.join(folder, 'no.zip'), /cannot be read/],
  ])('imports no file that %s', async (_, file, message) => {
    await expect(run({ options: { zipFile: file() } })).rejects.toThrow(message);
    expect(pac.calls()).toEqual([]);
  });

  it('ends with exit code 0 for a pipeline, from the command line', async () => {
    await installed('1.0.0.0');
    pac = standIn({ profiles });
    const args = ['--environment', ready.sandbox.url, '--zip', zip('1.0.0.0'), '--settings', sample];
    const script = program('scripts/deploy.ts', args, { ...pac.environment, DATAVERSE_TOKEN: 'dev-admin' });
    const code = await script.exited;
    expect(script.output()).toContain('is there already. With --force it is imported once more');
    expect(code).toBe(0);
  });
});

describe('npm run deploy, to an environment without the solution', () => {
  let empty: ReadyEnvironment;
  beforeAll(async () => {
    empty = await startReadyEnvironment({ solutions: [] });
  });
  afterAll(() => empty.close());

  it('packs the source, imports it, and publishes what is not managed', async () => {
    const packed: string[] = [];
    const pack = (): boolean => {
      const { uniqueName, version } = ready.expected.solution;
      const file = path.join(folder, `${uniqueName}_${version.replaceAll('.', '_')}.zip`);
      writeFileSync(file, readFileSync(zip(version, false)));
      packed.push(file);
      return true;
    };
    const options = { zipFile: undefined, kind: 'unmanaged' } as const;
    expect(await run({ url: empty.sandbox.url, installs: undefined, pack, options })).toBe(false);
    expect(imports()).toEqual([
      `solution import --environment ${empty.sandbox.url} --path ${packed[0]} --activate-plugins --async --max-async-wait-time 60`,
      `solution publish --environment ${empty.sandbox.url} --async --max-async-wait-time 60`,
    ]);
  });

  it('stops when the source cannot be packed', async () => {
    await expect(run({ url: empty.sandbox.url, options: { zipFile: undefined } })).rejects.toThrow(
      /could not be packed/,
    );
    expect(pac.calls()).toEqual([]);
  });
});

function kept(made: SolutionZip): string {
  zips.push(made);
  return made.file;
}
