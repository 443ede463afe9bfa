import { describe, expect, it } from '@jest/globals';
import { authCreate } from '../../../scripts/pac/arguments/authCreate.js';
import { solutionImport } from '../../../scripts/pac/arguments/solutionImport.js';
import { solutionPack, solutionUnpack } from '../../../scripts/pac/arguments/solutionPack.js';
import { solutionPublish } from '../../../scripts/pac/arguments/solutionPublish.js';
import { cloudOf } from '../../../scripts/pac/cloud.js';
import type { ApplicationSignIn } from '../../../scripts/pac/signIn.js';

const environment = 'https://contoso.crm4.dynamics.com';
const typed = (args: readonly string[]): string => args.join(' ');

describe('arguments of pac', () => {
  const request = { folder: '/src', zipFile: '/x.zip' };

  it('pack and unpack', () => {
    expect(typed(solutionPack({ ...request, kind: 'unmanaged' }))).toBe(
      'solution pack --zipfile /x.zip --folder /src --packagetype Unmanaged',
    );
    expect(typed(solutionPack({ ...request, kind: 'managed' }))).toBe(
      'solution pack --zipfile /x.zip --folder /src --packagetype Managed --useUnmanagedFileForMissingManaged',
    );
    expect(typed(solutionUnpack({ ...request, kind: 'unmanaged' }))).toBe(
      'solution unpack --zipfile /x.zip --folder /src --packagetype Unmanaged --allowWrite --allowDelete --clobber',
    );
  });

  it('import as an asynchronous job', () => {
    const start = `solution import --environment ${environment} --path /x.zip`;
    const minimal = { environment, zipFile: '/x.zip', stageAndUpgrade: false };
    expect(typed(solutionImport(minimal))).toBe(
      `${start} --activate-plugins --async --max-async-wait-time 60`,
    );
    const all = { ...minimal, stageAndUpgrade: true, settingsFile: '/s.json', maximumMinutes: 90 };
    expect(typed(solutionImport(all))).toBe(
      `${start} --settings-file /s.json --stage-and-upgrade --activate-plugins --async --max-async-wait-time 90`,
    );
  });

  it('publish', () => {
    expect(typed(solutionPublish({ environment }))).toBe(
      `solution publish --environment ${environment} --async --max-async-wait-time 60`,
    );
  });

  const application = { tenantId: 'contoso.com', clientId: 'app' };
  const identity = '--tenant contoso.com --applicationId app';
  it.each<[ApplicationSignIn, string]>([
    [{ kind: 'certificate', ...application, path: '/c.pfx' }, `${identity} --certificateDiskPath /c.pfx`],
    [
      { kind: 'certificate', ...application, path: '/c.pfx', password: '-p' },
      `${identity} --certificateDiskPath /c.pfx --certificatePassword data:text/plain;base64,LXA=`,
    ],
    [
      { kind: 'secret', ...application, secret: '-s' },
      `${identity} --clientSecret data:text/plain;base64,LXM=`,
    ],
    [{ kind: 'gitHub', ...application }, `${identity} --githubFederated`],
    [
      { kind: 'azureDevOps', ...application, request: { url: 'https://x', token: 't' } },
      `${identity} --azureDevOpsFederated`,
    ],
    [{ kind: 'azureIdentity' }, '--managedIdentity'],
  ])('create a profile for %j', (signIn, proof) => {
    expect(typed(authCreate({ name: 'n', environment, signIn }))).toBe(
      `auth create --name n --environment ${environment} --cloud Public ${proof}`,
    );
  });

  it.each([
    ['https://contoso.crm.dynamics.com', 'Public'],
    ['https://contoso.crm9.dynamics.com', 'UsGov'],
    ['https://contoso.crm.microsoftdynamics.us', 'UsGovHigh'],
    ['https://contoso.crm.appsplatform.us', 'UsGovDod'],
    ['https://contoso.crm.dynamics.cn', 'China'],
  ])('know the cloud of %s', (url, cloud) => {
    expect(cloudOf(url)).toBe(cloud);
  });
});
