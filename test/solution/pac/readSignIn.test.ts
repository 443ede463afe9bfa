import { describe, expect, it } from '@jest/globals';
import { readSignIn } from '../../../scripts/pac/readSignIn.js';
import { secretsOf, variablesOf } from '../../../scripts/pac/signIn.js';

const application = {
  AZURE_TENANT_ID: 'contoso.com',
  AZURE_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
};
const identity = { tenantId: 'contoso.com', clientId: application.AZURE_CLIENT_ID };
const gitHub = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
const pipelines = {
  SYSTEM_OIDCREQUESTURI: 'https://dev.azure.com/oidc',
  SYSTEM_ACCESSTOKEN: 'job',
  AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: 'c1',
};

describe('how pac signs in', () => {
  it.each<[NodeJS.ProcessEnv, unknown]>([
    [{}, undefined],
    [gitHub, undefined],
    [application, undefined],
    [{ AZURE_CLIENT_SECRET: ' ' }, undefined],
    [
      { ...application, AZURE_CLIENT_SECRET: 's' },
      { kind: 'secret', ...identity, secret: 's' },
    ],
    [
      { ...application, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pfx' },
      { kind: 'certificate', ...identity, path: '/c.pfx' },
    ],
    [
      {
        ...application,
        AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem',
        PAC_CERTIFICATE_PATH: '/c.pfx',
        PAC_CERTIFICATE_PASSWORD: 'p',
      },
      { kind: 'certificate', ...identity, path: '/c.pfx', password: 'p' },
    ],
    [{ AZURE_MANAGED_IDENTITY: 'true' }, { kind: 'azureIdentity' }],
    [{ ...application, AZURE_FEDERATED_TOKEN_FILE: '/token' }, { kind: 'azureIdentity' }],
    [
      { ...application, ...gitHub },
      { kind: 'gitHub', ...identity },
    ],
    [
      { ...application, ...gitHub, AZURE_CLIENT_SECRET: 's' },
      { kind: 'secret', ...identity, secret: 's' },
    ],
    [
      { ...application, ...pipelines },
      {
        kind: 'azureDevOps',
        ...identity,
        request: {
          url: 'https://dev.azure.com/oidc?api-version=7.1&serviceConnectionId=c1',
          token: 'job',
        },
      },
    ],
    [
      {
        AZURESUBSCRIPTION_TENANT_ID: identity.tenantId,
        AZURESUBSCRIPTION_CLIENT_ID: identity.clientId,
        PAC_ADO_ID_TOKEN_REQUEST_URL: 'https://u',
        PAC_ADO_ID_TOKEN_REQUEST_TOKEN: 't',
      },
      { kind: 'azureDevOps', ...identity, request: { url: 'https://u', token: 't' } },
    ],
    [
      {
        ...application,
        PAC_ADO_ID_TOKEN_REQUEST_URL: 'https://u',
        PAC_ADO_ID_TOKEN_REQUEST_TOKEN: 't',
      },
      { kind: 'azureDevOps', ...identity, request: { url: 'https://u', token: 't' } },
    ],
  ])('%j', (environment, expected) => {
    expect(readSignIn(environment)).toEqual(expected);
  });

  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ AZURE_CLIENT_SECRET: 's' }, /AZURE_TENANT_ID is missing; AZURE_CLIENT_ID is missing/],
    [{ ...gitHub, AZURE_CLIENT_ID: application.AZURE_CLIENT_ID }, /AZURE_TENANT_ID is missing/],
    [{ ...application, AZURE_CLIENT_SECRET: 's', AZURE_MANAGED_IDENTITY: 'true' }, /only one may be/],
    [{ ...application, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' }, /PFX.*PAC_CERTIFICATE_PATH/],
  ])('%j says it half', (environment, message) => {
    expect(() => readSignIn(environment)).toThrow(message);
  });

  it('gives pac the token of a job of Azure Pipelines, and shows it to nobody', () => {
    const signIn = readSignIn({ ...application, ...pipelines });
    expect(signIn && variablesOf(signIn)).toEqual({
      PAC_ADO_ID_TOKEN_REQUEST_URL: 'https://dev.azure.com/oidc?api-version=7.1&serviceConnectionId=c1',
      PAC_ADO_ID_TOKEN_REQUEST_TOKEN: 'job',
    });
    expect(signIn && secretsOf(signIn)).toEqual(['job']);
  });
});
