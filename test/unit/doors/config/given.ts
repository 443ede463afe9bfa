import { readConfig } from '../../../../plugins/host/config.js';
import type { DoorsConfig } from '../../../../plugins/doors/config/doorsConfig.js';

/** Variables by name. */
export type Given = Readonly<Record<string, string | undefined>>;

const withoutDoors: Given = {
  DATAVERSE_URL: 'https://contoso.crm.dynamics.com/',
  AZURE_TENANT_ID: 'contoso.onmicrosoft.com',
  AZURE_CLIENT_ID: '5e7f1c3a-0000-4000-8000-00000000c11d',
  AZURE_CLIENT_SECRET: 'hunter2-hunter2',
};

export const secret = 'a secret that is long enough to seal with';

/** The least that doors need. */
export const least: Given = {
  INVITATIONS_DOORS_URL: 'https://invite.contoso.com',
  INVITATIONS_SECRET: secret,
  OIDC_NAME: 'Contoso',
  OIDC_ISSUER: 'https://contoso.ciamlogin.com/tenant/v2.0',
  OIDC_CLIENT_ID: 'invitations',
};

/** The doors of a service that is given these variables besides what it needs itself. */
export const doorsOf = (given: Given): DoorsConfig | undefined =>
  readConfig({ ...withoutDoors, ...given }).doors;

/** The sentence of a configuration that is wrong. */
export function problemOf(given: Given): string {
  try {
    doorsOf(given);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
}
