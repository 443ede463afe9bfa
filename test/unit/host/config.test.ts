import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../plugins/host/config.js';

const client = '5e7f1c3a-0000-4000-8000-00000000c11d';
const secretWay = {
  DATAVERSE_URL: 'https://contoso.crm.dynamics.com/',
  AZURE_TENANT_ID: 'contoso.onmicrosoft.com',
  AZURE_CLIENT_ID: client,
  AZURE_CLIENT_SECRET: 'hunter2-hunter2',
};

/** The sentence of a configuration that is wrong. */
function problemOf(environment: Record<string, string | undefined>): string {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
}

describe('the configuration', () => {
  it('takes the defaults', () => {
    expect(readConfig(secretWay)).toEqual({
      dataverseUrl: 'https://contoso.crm.dynamics.com',
      identities: [
        {
          kind: 'secret',
          tenantId: 'contoso.onmicrosoft.com',
          clientId: client,
          secret: 'hunter2-hunter2',
        },
      ],
      host: '127.0.0.1',
      port: 5802,
      pollMilliseconds: 2_000,
      concurrency: 16,
      instances: 1,
      mailsPerMinute: 0,
      logLevel: 'info',
    });
  });

  it('takes what is set', () => {
    const given = {
      ...secretWay,
      DATAVERSE_URL: 'http://127.0.0.1:5800',
      DATAVERSE_AUTHORITY: 'http://127.0.0.1:5800/',
      INVITATIONS_HOST: '0.0.0.0',
      INVITATIONS_PORT: '0',
      INVITATIONS_POLL_SECONDS: '0.2',
      INVITATIONS_CONCURRENCY: '50',
      INVITATIONS_INSTANCES: '3',
      INVITATIONS_PROTECTION_WINDOW_SECONDS: '7.5',
      INVITATIONS_MAILS_PER_MINUTE: '25',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(given)).toMatchObject({
      dataverseUrl: 'http://127.0.0.1:5800',
      authority: 'http://127.0.0.1:5800',
      host: '0.0.0.0',
      port: 0,
      pollMilliseconds: 200,
      concurrency: 50,
      instances: 3,
      protectionWindow: 7_500,
      mailsPerMinute: 25,
      logLevel: 'debug',
    });
  });

  it.each([
    [
      'a certificate',
      { ...secretWay, AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: 'service.pem' },
      { kind: 'certificate', tenantId: 'contoso.onmicrosoft.com', clientId: client, path: 'service.pem' },
    ],
    [
      'a workload identity',
      { ...secretWay, AZURE_CLIENT_SECRET: '', AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' },
      {
        kind: 'workloadIdentity',
        tenantId: 'contoso.onmicrosoft.com',
        clientId: client,
        federatedToken: expect.any(Function),
      },
    ],
    [
      'a system-assigned managed identity',
      { DATAVERSE_URL: secretWay.DATAVERSE_URL, AZURE_MANAGED_IDENTITY: 'true' },
      { kind: 'managedIdentity' },
    ],
    [
      'a user-assigned managed identity',
      { DATAVERSE_URL: secretWay.DATAVERSE_URL, AZURE_MANAGED_IDENTITY: 'true', AZURE_CLIENT_ID: client },
      { kind: 'managedIdentity', clientId: client },
    ],
  ])('signs in by %s', (_name, environment, credentials) => {
    expect(readConfig(environment).identities).toEqual([credentials]);
  });

  it.each<[string, string | undefined, string]>([
    ['DATAVERSE_URL', undefined, 'DATAVERSE_URL is missing'],
    ['DATAVERSE_URL', '   ', 'DATAVERSE_URL is missing'],
    ['DATAVERSE_URL', 'contoso', 'DATAVERSE_URL must be an address such as https://contoso.crm.dynamics.com'],
    ['DATAVERSE_URL', 'http://contoso.crm.dynamics.com', 'DATAVERSE_URL must begin with https://'],
    [
      'DATAVERSE_URL',
      'https://me:pw@contoso.crm.dynamics.com',
      'DATAVERSE_URL must not contain a user name or password',
    ],
    ['DATAVERSE_AUTHORITY', 'ftp://login', 'DATAVERSE_AUTHORITY must begin with https://'],
    ['AZURE_TENANT_ID', undefined, 'AZURE_TENANT_ID is missing'],
    ['AZURE_TENANT_ID', 'my tenant/', 'AZURE_TENANT_ID must be a GUID or a domain name'],
    ['AZURE_CLIENT_ID', undefined, 'AZURE_CLIENT_ID is missing'],
    ['AZURE_CLIENT_ID', 'the-app', 'AZURE_CLIENT_ID must be a GUID'],
    ['AZURE_CLIENT_SECRET', undefined, 'set one of AZURE_CLIENT_SECRET'],
    [
      'AZURE_CLIENT_CERTIFICATE_PATH',
      'a.pem',
      'AZURE_CLIENT_SECRET and AZURE_CLIENT_CERTIFICATE_PATH are set',
    ],
    [
      'AZURE_FEDERATED_TOKEN_FILE',
      '/var/run/token',
      'AZURE_CLIENT_SECRET and AZURE_FEDERATED_TOKEN_FILE are set, only one may be',
    ],
    ['AZURE_MANAGED_IDENTITY', 'yes', 'AZURE_MANAGED_IDENTITY must be true or false'],
    [
      'AZURE_MANAGED_IDENTITY',
      'true',
      'AZURE_CLIENT_SECRET and AZURE_MANAGED_IDENTITY are set, only one may be',
    ],
    ['INVITATIONS_PORT', '70000', 'INVITATIONS_PORT must be a whole number from 0 to 65535'],
    ['INVITATIONS_PORT', '80.5', 'INVITATIONS_PORT must be a whole number'],
    ['INVITATIONS_PORT', '0x50', 'INVITATIONS_PORT must be a whole number'],
    ['INVITATIONS_POLL_SECONDS', '0.1', 'INVITATIONS_POLL_SECONDS must be a number from 0.2 to 60'],
    ['INVITATIONS_POLL_SECONDS', '61', 'INVITATIONS_POLL_SECONDS must be a number from 0.2 to 60'],
    ['INVITATIONS_CONCURRENCY', '0', 'INVITATIONS_CONCURRENCY must be a whole number from 1 to 50'],
    ['INVITATIONS_INSTANCES', '0', 'INVITATIONS_INSTANCES must be a whole number from 1 to 100'],
    [
      'INVITATIONS_PROTECTION_WINDOW_SECONDS',
      '301',
      'INVITATIONS_PROTECTION_WINDOW_SECONDS must be a number from 1 to 300',
    ],
    [
      'INVITATIONS_MAILS_PER_MINUTE',
      '-1',
      'INVITATIONS_MAILS_PER_MINUTE must be a whole number from 0 to 10000',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn'],
  ])('refuses %s = %p: %s', (name, value, sentence) => {
    expect(problemOf({ ...secretWay, [name]: value })).toContain(sentence);
  });

  it('tells everything that is wrong at once', () => {
    const message = problemOf({ INVITATIONS_PORT: 'x', LOG_LEVEL: 'loud' });
    expect(message).toMatch(
      /^The configuration of the service is wrong: .* Correct the environment variables/,
    );
    for (const name of ['DATAVERSE_URL', 'INVITATIONS_PORT', 'LOG_LEVEL', 'AZURE_CLIENT_SECRET']) {
      expect(message).toContain(name);
    }
  });

  it('repeats no value, it may be a secret in the wrong place', () => {
    const misplaced = 'hunter2 hunter2';
    const names = [
      'DATAVERSE_URL',
      'AZURE_TENANT_ID',
      'AZURE_CLIENT_ID',
      'AZURE_MANAGED_IDENTITY',
      'DATAVERSE_AUTHORITY',
    ];
    const further = ['AZURE_TENANT_ID_2', 'AZURE_CLIENT_ID_2', 'AZURE_MANAGED_IDENTITY_2'];
    const numbers = ['INVITATIONS_PORT', 'INVITATIONS_POLL_SECONDS', 'INVITATIONS_CONCURRENCY', 'LOG_LEVEL'];
    for (const name of [...names, ...further, ...numbers]) {
      const message = problemOf({ ...secretWay, [name]: misplaced });
      expect(message).toContain(name);
      expect(message).not.toContain('hunter2');
    }
  });
});
