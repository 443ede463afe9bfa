import type { Variables } from '../../dataverse/identity/numberedVariables.js';
import { ownTexts } from '../page/language/texts/textsOf.js';
import type { DoorsConfig } from './doorsConfig.js';
import { readApi } from './readApi.js';
import { readBrand } from './readBrand.js';
import { readProviders } from './readProviders.js';
import { originProblemOf, readReturns } from './readReturns.js';
import { listed, type Told } from './told.js';

const defaults = { port: 5803, trustedProxies: 0 } as const;
const limits = { secretLength: 32, trustedProxies: 10 } as const;

/** Languages of the page, and the keys of what it says. */
const knownTexts = Object.fromEntries(
  Object.entries(ownTexts).map(([language, texts]) => [language, Object.keys(texts)]),
);

/** Variables that make sense with doors alone: who sets one has forgotten the address. Names of others' making are not among them. */
const ofDoorsAlone = [
  'INVITATIONS_SECRET',
  'INVITATIONS_RETURN_URL',
  'INVITATIONS_RETURN_ORIGINS',
  'INVITATIONS_BRAND',
  'INVITATIONS_API_KEYS',
];

/**
 * Reads the configuration of the doors from environment variables. Without INVITATIONS_DOORS_URL there are none.
 *
 * @param given the variables that are not empty
 * @param host address that the service listens at
 * @returns undefined: no doors; with problems, the value is incomplete
 */
export function readDoorsConfig(given: Variables, host: string): Told<DoorsConfig | undefined> {
  const { INVITATIONS_DOORS_URL: url, INVITATIONS_BRAND: brandPath } = given;
  if (url === undefined) return { value: undefined, problems: withoutAddress(given) };
  const wrongAddress = originProblemOf(url);
  const origin = wrongAddress === undefined ? new URL(url) : undefined;
  const port = readNumber(given, 'INVITATIONS_DOORS_PORT', 65_535, defaults.port);
  const proxies = readNumber(
    given,
    'INVITATIONS_TRUSTED_PROXIES',
    limits.trustedProxies,
    defaults.trustedProxies,
  );
  const secrets = readSecrets(given.INVITATIONS_SECRET);
  const returns = readReturns(given);
  const providers = readProviders(given);
  const brand = readBrand(brandPath, origin?.hostname ?? '', knownTexts);
  const api = readApi(given);
  const nobody = nobodyComesIn(given);
  return {
    value: {
      url: origin?.origin ?? '',
      host,
      port: port.value,
      secrets: secrets.value,
      trustedProxies: proxies.value,
      ...returns.value,
      providers: providers.value,
      brand: brand.value,
      api: api.value,
    },
    problems: [
      ...(wrongAddress === undefined ? [] : [`INVITATIONS_DOORS_URL ${wrongAddress}`]),
      ...[port, proxies, secrets, returns, providers, brand, api].flatMap(({ problems }) => problems),
      ...(nobody === undefined ? [] : [nobody]),
    ],
  };
}

function withoutAddress(given: Variables): readonly string[] {
  const [set] = ofDoorsAlone.filter((name) => given[name] !== undefined);
  return set === undefined ? [] : [`INVITATIONS_DOORS_URL is missing, although ${set} is set`];
}

function nobodyComesIn(given: Variables): string | undefined {
  const ways = Object.keys(given).filter((name) => /^(?:OIDC_|API_ISSUER|INVITATIONS_API_KEYS)/.test(name));
  return ways.length > 0
    ? undefined
    : 'INVITATIONS_DOORS_URL is set, so set OIDC_ISSUER for the redemption page, INVITATIONS_API_KEYS or API_ISSUER for the API, or several of them';
}

function readNumber(given: Variables, name: string, highest: number, usual: number): Told<number> {
  const text = given[name];
  if (text === undefined) return { value: usual, problems: [] };
  const value = Number(text);
  return /^\d+$/.test(text) && value <= highest
    ? { value, problems: [] }
    : { value: usual, problems: [`${name} must be a whole number from 0 to ${highest}`] };
}

function readSecrets(text: string | undefined): Told<readonly string[]> {
  const value = listed(text);
  if (text === undefined) return { value, problems: ['INVITATIONS_SECRET is missing'] };
  return value.length > 0 && value.every((secret) => secret.length >= limits.secretLength)
    ? { value, problems: [] }
    : {
        value,
        problems: [
          `INVITATIONS_SECRET must be secrets of ${limits.secretLength} characters or more, with commas between them; openssl rand -base64 32 makes one`,
        ],
      };
}
