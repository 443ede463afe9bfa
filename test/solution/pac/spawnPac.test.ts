import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { findPac } from '../../../scripts/pac/findPac.js';
import type { ImportRequest, Pac } from '../../../scripts/pac/pac.js';
import { standIn, type StandIn, type StandInOptions } from './standIn.js';

// Each call of pac is a process of its own: a busy machine takes its time.
jest.setTimeout(30_000);

const environment = 'https://contoso.crm4.dynamics.com';
const secret = '-Q~a secret&"%PATH%';
const application = { tenantId: 'contoso.com', clientId: '11111111-1111-4111-8111-111111111111' };
const request: ImportRequest = { environment, zipFile: '/build/x_managed.zip', stageAndUpgrade: false };
const own = /^invitations-[0-9a-f]{12}$/;

let pac: StandIn | undefined;
let said: string[] = [];

async function start(options: StandInOptions = {}): Promise<{ readonly pac: Pac; readonly stand: StandIn }> {
  said = [];
  const stand = (pac = standIn(options));
  const found = await findPac({
    variables: { ...process.env, ...stand.environment },
    load: async () => undefined,
    report: (line) => said.push(line),
  });
  if (!found) throw new Error('The stand-in was not found.');
  return { pac: found, stand };
}

afterEach(() => pac?.remove());

const mine = { name: 'Mine', url: 'https://mine.crm.dynamics.com' };
const test = { name: 'Test', url: 'https://test.crm.dynamics.com', active: true };

describe('pac, spawned', () => {
  it('packs and unpacks, which needs no profile', async () => {
    const { pac, stand } = await start();
    await pac.pack({ folder: '/a b/src', zipFile: '/build/x.zip', kind: 'unmanaged' });
    await pac.unpack({ folder: '/a b/src', zipFile: '/build/x.zip', kind: 'unmanaged' });
    expect(stand.calls().map(({ args }) => args.slice(0, 6))).toEqual([
      ['solution', 'pack', '--zipfile', '/build/x.zip', '--folder', '/a b/src'],
      ['solution', 'unpack', '--zipfile', '/build/x.zip', '--folder', '/a b/src'],
    ]);
  });

  it('works with the active profile when no sign-in is asked for, and touches none', async () => {
    const { pac, stand } = await start({ profiles: [mine, test] });
    await pac.publish({ environment });
    expect(stand.calls().at(-1)).toMatchObject({
      args: ['solution', 'publish', '--environment', environment, '--async', '--max-async-wait-time', '60'],
      active: 'Test',
    });
    expect(stand.typed().filter((call) => /^auth (?!list)/.test(call))).toEqual([]);
    expect(stand.profiles()).toEqual([mine, test]);
  });

  it('selects a profile by name, and afterwards the one that was active', async () => {
    const { pac, stand } = await start({ profiles: [mine, test] });
    await pac.importSolution({ ...request, signIn: { kind: 'profile', name: 'Mine' } });
    expect(stand.calls().find(({ args }) => args[1] === 'import')?.active).toBe('Mine');
    expect(stand.profiles().map(({ active = false }) => active)).toEqual([false, true]);
    expect(stand.typed().filter((call) => /delete|clear|create/.test(call))).toEqual([]);
  });

  it.each([0, 1])(
    'makes a profile for an application and leaves all as it was (import ends with %i)',
    async (code) => {
      const failures: StandInOptions['failures'] = code
        ? { 'solution import': { code, prints: 'Error: no.' } }
        : {};
      const { pac, stand } = await start({ profiles: [mine, test], failures });
      const done = pac.importSolution({ ...request, signIn: { kind: 'gitHub', ...application } });
      await (code ? expect(done).rejects.toThrow(/^pac solution import failed/) : done);
      expect(stand.calls().find(({ args }) => args[1] === 'import')?.active).toMatch(own);
      expect(stand.profiles()).toEqual([
        { ...mine, active: false },
        { ...test, active: true },
      ]);
      expect(stand.typed().some((call) => call.startsWith('auth clear'))).toBe(false);
    },
  );

  it('leaves no profile where there was none', async () => {
    const { pac, stand } = await start();
    await pac.publish({ environment, signIn: { kind: 'azureIdentity' } });
    expect(stand.profiles()).toEqual([]);
  });

  it('clears all profiles only when told to', async () => {
    const { pac, stand } = await start({ profiles: [mine, test] });
    await pac.publish({ environment, signIn: { kind: 'azureIdentity' }, clearProfiles: true });
    expect(stand.typed().at(-1)).toBe('auth clear');
    expect(stand.profiles()).toEqual([]);
  });

  it('says so when it could not restore the profiles, besides what failed before', async () => {
    const no = { code: 1, prints: 'Error: no.' };
    const { pac } = await start({
      profiles: [mine, test],
      failures: { 'solution import': no, 'auth delete': no },
    });
    await expect(pac.importSolution({ ...request, signIn: { kind: 'azureIdentity' } })).rejects.toThrow(
      /solution import failed.*auth delete failed.*pac auth list/,
    );
  });

  it('shows a secret to nobody but pac', async () => {
    const { pac, stand } = await start({
      failures: {
        'solution import': {
          code: 7,
          prints: `Error: ${secret} and ${Buffer.from(secret).toString('base64')}`,
        },
      },
    });
    const error = await pac
      .importSolution({ ...request, signIn: { kind: 'secret', ...application, secret } })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ output: ['Error: *** and ***'] });
    expect(said).toEqual(['Error: *** and ***']);
    const [, create] = stand.calls();
    expect(create?.args).toContain(`data:text/plain;base64,${Buffer.from(secret).toString('base64')}`);
    expect(create?.variables.PAC_CLI_SPN_SECRET).toBe(secret);
  });

  it('tells exit code and remedy of a run that fails, and prints what pac printed', async () => {
    const { pac } = await start({
      failures: { 'solution publish': { code: 3, prints: 'Error: busy.' } },
    });
    await expect(pac.publish({ environment })).rejects.toThrow(
      'pac solution publish failed (exit code 3). The import has succeeded: publish again',
    );
    expect(said).toEqual(['Error: busy.']);
  });
});
