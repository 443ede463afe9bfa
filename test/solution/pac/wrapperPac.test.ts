import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { findPac } from '../../../scripts/pac/findPac.js';
import type { ImportRequest } from '../../../scripts/pac/pac.js';
import { loadWrapper } from '../../../scripts/pac/wrapper/loadWrapper.js';
import { fakeWrapper, type FakeWrapper } from './fakeWrapper.js';
import { standIn, type StandIn } from './standIn.js';

// Each call of pac is a process of its own: a busy machine takes its time.
jest.setTimeout(30_000);

const application = { tenantId: 'contoso.com', clientId: '11111111-1111-4111-8111-111111111111' };
const profiles = [{ name: 'Mine', url: 'https://mine.crm.dynamics.com', active: true }];
const request: ImportRequest = {
  environment: 'https://contoso.crm9.dynamics.com',
  zipFile: '/build/x.zip',
  settingsFile: '/build/settings.json',
  stageAndUpgrade: true,
};

let stand: StandIn;
let said: string[];
afterEach(() => stand.remove());

async function pacWith(wrapper: FakeWrapper) {
  said = [];
  stand = standIn({ profiles });
  const variables = { ...process.env, ...stand.environment };
  const pac = await findPac({ variables, load: async () => wrapper, report: (line) => said.push(line) });
  if (!pac) throw new Error('The stand-in was not found.');
  return pac;
}

describe('pac, through the CLI wrapper', () => {
  it('packs and unpacks with the inputs of the published actions, and the pac that was found', async () => {
    const wrapper = fakeWrapper(['Packing is done.']);
    const pac = await pacWith(wrapper);
    await pac.pack({ folder: '/src', zipFile: '/build/x.zip', kind: 'managed' });
    await pac.pack({ folder: '/src', zipFile: '/build/x.zip', kind: 'unmanaged' });
    await pac.unpack({ folder: '/src', zipFile: '/build/x.zip', kind: 'unmanaged' });

    const packing = { solutionZipFile: '/build/x.zip', sourceFolder: '/src', solutionType: 'Unmanaged' };
    expect(wrapper.calls.map(({ action, inputs, values }) => ({ action, inputs, values }))).toEqual([
      {
        action: 'packSolution',
        inputs: { ...packing, solutionType: 'Managed', useUnmanagedFileForManaged: 'true' },
        values: { logToConsole: false },
      },
      { action: 'packSolution', inputs: packing, values: { logToConsole: false } },
      {
        action: 'unpackSolution',
        inputs: { ...packing, overwriteFiles: 'true' },
        values: { logToConsole: false },
      },
    ]);
    expect(wrapper.calls[0]?.runner).toMatchObject({ pacPath: stand.file, workingDir: process.cwd() });
    expect(pac.name).toBe('@microsoft/powerplatform-cli-wrapper');
  });

  it('reports what pac prints, once', async () => {
    const pac = await pacWith(fakeWrapper(['Packing…', 'Done.']));
    await pac.pack({ folder: '/src', zipFile: '/build/x.zip', kind: 'managed' });
    expect(said).toEqual(['Packing…', 'Done.']);
  });

  it('tells the exit code of a pac that fails', async () => {
    const pac = await pacWith(fakeWrapper(['Error: nothing to pack.'], 4));
    await expect(
      pac.pack({ folder: '/src', zipFile: '/build/x.zip', kind: 'managed' }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('pac solution pack failed (exit code 4).'),
      output: ['Error: nothing to pack.'],
    });
  });

  it('never calls an action that clears profiles unless told to: the CLI itself imports and publishes', async () => {
    const wrapper = fakeWrapper();
    const pac = await pacWith(wrapper);
    const signIn = { kind: 'gitHub', ...application } as const;
    await pac.importSolution({ ...request, signIn });
    await pac.publish({ ...request, signIn });
    expect(wrapper.calls).toEqual([]);
    expect(stand.typed().filter((call) => call.startsWith('solution '))).toHaveLength(2);
    expect(stand.profiles()).toEqual(profiles);
  });

  it.each([
    [
      { kind: 'secret', ...application, secret: 'word' } as const,
      { clientSecret: 'word', encodeSecret: true, appId: application.clientId },
    ],
    [
      { kind: 'gitHub', ...application } as const,
      { federationProvider: 'GitHub', appId: application.clientId },
    ],
    [{ kind: 'azureIdentity' } as const, { scheme: 'ManagedServiceIdentity' }],
  ])('when told to clear, imports and publishes as %o', async (signIn, credentials) => {
    const wrapper = fakeWrapper(['word']);
    const pac = await pacWith(wrapper);
    await pac.importSolution({ ...request, signIn, clearProfiles: true });
    await pac.publish({ ...request, signIn, clearProfiles: true });

    const waiting = { async: 'true', maxAsyncWaitTimeInMin: '60' };
    const values = {
      logToConsole: false,
      environmentUrl: request.environment,
      credentials: expect.objectContaining({ ...credentials, cloudInstance: 'UsGov' }),
    };
    expect(wrapper.calls).toEqual([
      expect.objectContaining({
        action: 'importSolution',
        values,
        inputs: {
          ...waiting,
          path: '/build/x.zip',
          useDeploymentSettingsFile: 'true',
          deploymentSettingsFile: '/build/settings.json',
          stageAndUpgrade: 'true',
          activatePlugins: 'true',
        },
      }),
      expect.objectContaining({ action: 'publishSolution', values, inputs: waiting }),
    ]);
    expect(said.includes('word')).toBe(signIn.kind !== 'secret');
  });

  it('leaves sign-ins that the wrapper does not know to the CLI, which clears as told', async () => {
    const wrapper = fakeWrapper();
    const pac = await pacWith(wrapper);
    const signIn = { kind: 'certificate', ...application, path: '/c.pfx', password: 'word' } as const;
    await pac.publish({ ...request, signIn, clearProfiles: true });
    expect(wrapper.calls).toEqual([]);
    expect(stand.typed()[1]).toMatch(
      /^auth create --name \S+ --environment \S+ --cloud UsGov --tenant contoso.com --applicationId \S+ --certificateDiskPath \/c.pfx --certificatePassword data:text\/plain;base64,d29yZA==$/,
    );
    expect(stand.profiles()).toEqual([]);
  });

  it('is looked for among the installed packages, and need not be there', async () => {
    stand = standIn();
    const installed = existsSync('node_modules/@microsoft/powerplatform-cli-wrapper');
    expect((await loadWrapper())?.actions !== undefined).toBe(installed);
  });
});
