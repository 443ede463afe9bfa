import type { Credentials } from './credentials.js';
import { federatedTokenFile } from './federatedTokenFile.js';
import type { Variables } from './numberedVariables.js';

/** The credentials that environment variables give, or the sentences that say what is wrong with them. */
export type ReadCredentials =
  | { readonly credentials: Credentials; readonly problems: readonly [] }
  | { readonly credentials?: undefined; readonly problems: readonly string[] };

/** The variables of which exactly one says how a program proves who it is. */
const ways = [
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_MANAGED_IDENTITY',
] as const;

type Way = (typeof ways)[number];

/** The ways of signing in that are set. */
export const waysSet = (given: Variables): readonly Way[] =>
  ways.filter((way) => (way === 'AZURE_MANAGED_IDENTITY' ? given[way] === 'true' : given[way] !== undefined));

/**
 * Reads exactly one way to prove who a program is, with all it needs. The names are those of the Azure SDKs.
 * @param named how a variable is called in the sentences; the names of further identities have a suffix
 */
export function readCredentials(
  given: Variables,
  named: (name: string) => string = (name) => name,
): ReadCredentials {
  const [way, ...more] = waysSet(given);
  if (way === undefined) {
    return {
      problems: [
        `set one of ${ways.slice(0, -1).map(named).join(', ')} and ${named('AZURE_MANAGED_IDENTITY')}=true`,
      ],
    };
  }
  if (more.length > 0)
    return { problems: [`${[way, ...more].map(named).join(' and ')} are set, only one may be`] };
  const { AZURE_TENANT_ID: tenantId, AZURE_CLIENT_ID: clientId } = given;
  if (way === 'AZURE_MANAGED_IDENTITY') {
    return { credentials: { kind: 'managedIdentity', ...(clientId && { clientId }) }, problems: [] };
  }
  if (tenantId === undefined || clientId === undefined) return { problems: missingIdentity(given, named) };
  const value = given[way] ?? '';
  return { credentials: credentialsOf(way, { tenantId, clientId }, value), problems: [] };
}

/** The sentences for an application without its tenant or its client id. */
const missingIdentity = (given: Variables, named: (name: string) => string): readonly string[] =>
  ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID']
    .filter((name) => given[name] === undefined)
    .map((name) => `${named(name)} is missing`);

function credentialsOf(
  way: Exclude<Way, 'AZURE_MANAGED_IDENTITY'>,
  application: { readonly tenantId: string; readonly clientId: string },
  value: string,
): Credentials {
  switch (way) {
    case 'AZURE_CLIENT_SECRET':
      return { kind: 'secret', ...application, secret: value };
    case 'AZURE_CLIENT_CERTIFICATE_PATH':
      return { kind: 'certificate', ...application, path: value };
    case 'AZURE_FEDERATED_TOKEN_FILE':
      return { kind: 'workloadIdentity', ...application, federatedToken: federatedTokenFile(value) };
  }
}
