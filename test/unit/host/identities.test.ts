import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../plugins/host/config.js';

const clientId = (number: number): string =>
  `5e7f1c3a-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
const first = {
  DATAVERSE_URL: 'https://contoso.crm.dynamics.com',
  AZURE_TENANT_ID: 'contoso',
  AZURE_CLIENT_ID: clientId(1),
  AZURE_CLIENT_SECRET: 'hunter2',
};
const second = { ...first, AZURE_CLIENT_ID_2: clientId(2), AZURE_CLIENT_SECRET_2: 'swordfish' };

describe('several application users', () => {
  it('are read by their suffix, in order, with the tenant of the first unless they have their own', () => {
    const { identities } = readConfig({
      ...second,
      AZURE_CLIENT_ID_3: clientId(3),
      AZURE_CLIENT_CERTIFICATE_PATH_3: 'third.pem',
      AZURE_TENANT_ID_4: 'fabrikam',
      AZURE_CLIENT_ID_4: clientId(4),
      AZURE_FEDERATED_TOKEN_FILE_4: '/var/run/token',
      AZURE_MANAGED_IDENTITY_5: 'true',
    });
    expect(identities).toEqual([
      { kind: 'secret', tenantId: 'contoso', clientId: clientId(1), secret: 'hunter2' },
      { kind: 'secret', tenantId: 'contoso', clientId: clientId(2), secret: 'swordfish' },
      { kind: 'certificate', tenantId: 'contoso', clientId: clientId(3), path: 'third.pem' },
      {
        kind: 'workloadIdentity',
        tenantId: 'fabrikam',
        clientId: clientId(4),
        federatedToken: expect.any(Function),
      },
      { kind: 'managedIdentity' },
    ]);
  });

  it('may be sixteen', () => {
    const more = Array.from({ length: 15 }, (_, index) => [
      [`AZURE_CLIENT_ID_${index + 2}`, clientId(index + 2)],
      [`AZURE_CLIENT_SECRET_${index + 2}`, 'swordfish'],
    ]).flat();
    expect(readConfig({ ...first, ...Object.fromEntries(more) }).identities).toHaveLength(16);
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    [
      'a gap',
      { ...second, AZURE_CLIENT_ID_4: clientId(4), AZURE_CLIENT_SECRET_4: 'x' },
      'AZURE_CLIENT_ID_3 is missing, although there is a higher number',
    ],
    ['too many', { ...second, AZURE_CLIENT_ID_17: clientId(3) }, 'at most 16 application users can be given'],
    [
      'no proof',
      { ...second, AZURE_CLIENT_SECRET_2: undefined },
      'set one of AZURE_CLIENT_SECRET_2, AZURE_CLIENT_CERTIFICATE_PATH_2, AZURE_FEDERATED_TOKEN_FILE_2 and AZURE_MANAGED_IDENTITY_2=true',
    ],
    [
      'two proofs',
      { ...second, AZURE_MANAGED_IDENTITY_2: 'true' },
      'AZURE_CLIENT_SECRET_2 and AZURE_MANAGED_IDENTITY_2 are set, only one may be',
    ],
    ['no client', { ...second, AZURE_CLIENT_ID_2: undefined }, 'AZURE_CLIENT_ID_2 is missing'],
    ['no GUID', { ...second, AZURE_CLIENT_ID_2: 'the-app' }, 'AZURE_CLIENT_ID_2 must be a GUID'],
    [
      'the same user twice',
      { ...second, AZURE_CLIENT_ID_2: clientId(1) },
      'AZURE_CLIENT_ID_2 is given twice',
    ],
  ])('are refused with %s', (_name, environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });
});
