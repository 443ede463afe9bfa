import { addressProblem } from '../../dataverse/addressProblem.js';
import {
  numberedName,
  numberedVariables,
  type Variables,
} from '../../dataverse/identity/numberedVariables.js';
import type { ProviderConfig } from './doorsConfig.js';
import type { Told } from './told.js';

const names = [
  'OIDC_NAME',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_SCOPES',
  'OIDC_TRUST_EMAIL',
] as const;

const required = ['OIDC_NAME', 'OIDC_ISSUER', 'OIDC_CLIENT_ID'] as const;
const trusts = ['whenVerified', 'always', 'never'] as const;
const usualScopes = 'openid email profile';

/** Reads the identity providers: OIDC_NAME, OIDC_ISSUER …, further ones with the suffixes _2, _3 … In the order of their numbers. */
export function readProviders(given: Variables): Told<readonly ProviderConfig[]> {
  const value: ProviderConfig[] = [];
  const problems: string[] = [];
  for (const [number, own] of numberedVariables(given, names)) {
    const named = (name: (typeof names)[number]): string => numberedName(name, number);
    const missing = required.filter((name) => own[name] === undefined);
    problems.push(...missing.map((name) => `${named(name)} is missing`));
    const wrong = shapeProblems(own).map(([name, problem]) => `${named(name)} ${problem}`);
    problems.push(...wrong);
    if (missing.length > 0 || wrong.length > 0) continue;
    const provider = providerOf(own, number);
    const twin = value.find(({ id }) => id === provider.id);
    // Two with one redirect address could be mixed up.
    if (twin) problems.push(`${named('OIDC_NAME')} is too much like that of another provider`);
    value.push(provider);
  }
  return { value, problems };
}

function shapeProblems(own: Variables): readonly (readonly [(typeof names)[number], string])[] {
  const { OIDC_ISSUER: issuer, OIDC_SCOPES: scopes, OIDC_TRUST_EMAIL: trust } = own;
  const address = issuer === undefined ? undefined : issuerProblem(issuer);
  return [
    ...(address === undefined ? [] : [['OIDC_ISSUER', address] as const]),
    ...(scopes === undefined || scopes.split(/\s+/).includes('openid')
      ? []
      : [['OIDC_SCOPES', 'must contain openid'] as const]),
    ...(trust === undefined || isTrust(trust)
      ? []
      : [['OIDC_TRUST_EMAIL', `must be one of ${trusts.join(', ')}`] as const]),
  ];
}

/** What is wrong with an issuer: https without query and fragment (OpenID Connect Discovery 1.0, section 2). */
export function issuerProblem(text: string): string | undefined {
  const problem = addressProblem(text, 'https://login.microsoftonline.com/TENANT-ID/v2.0');
  return problem ?? (/[?#]/.test(text) ? 'must not have a query or a fragment' : undefined);
}

const isTrust = (text: string): text is ProviderConfig['trustEmail'] =>
  trusts.some((trust) => trust === text);

function providerOf(own: Variables, number: number): ProviderConfig {
  const { OIDC_NAME: name = '', OIDC_TRUST_EMAIL: trust = 'whenVerified' } = own;
  return {
    id: idOf(name) || `provider-${number}`,
    name,
    issuer: own.OIDC_ISSUER ?? '',
    clientId: own.OIDC_CLIENT_ID ?? '',
    ...(own.OIDC_CLIENT_SECRET !== undefined && { clientSecret: own.OIDC_CLIENT_SECRET }),
    scopes: own.OIDC_SCOPES ?? usualScopes,
    trustEmail: isTrust(trust) ? trust : 'whenVerified',
  };
}

/** `Contoso Entrée` → `contoso-entree`: what may stand in a path. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
