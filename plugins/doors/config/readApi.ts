import {
  numberedName,
  numberedVariables,
  type Variables,
} from '../../dataverse/identity/numberedVariables.js';
import type { ApiConfig, ApiIssuer } from './doorsConfig.js';
import { issuerProblem } from './readProviders.js';
import { listed, type Told } from './told.js';

const names = ['API_ISSUER', 'API_AUDIENCE', 'API_CLIENTS'] as const;

/** Reads who may use the API: INVITATIONS_API_KEYS, and the issuers of tokens by API_ISSUER and its companions. */
export function readApi(given: Variables): Told<ApiConfig> {
  const keys = readKeys(given.INVITATIONS_API_KEYS);
  const issuers = readIssuers(given);
  return {
    value: { keys: keys.value, issuers: issuers.value },
    problems: [...keys.problems, ...issuers.problems],
  };
}

/** `shop:3a7b…,portal:91c0…`: a name for the log, and the SHA-256 of the key. */
function readKeys(text: string | undefined): Told<ApiConfig['keys']> {
  const parts = listed(text).map((part) => /^([\w.-]{1,64}):([0-9a-f]{64})$/i.exec(part));
  const value = parts.flatMap((part) => {
    const [, name, sha256] = part ?? [];
    return name === undefined || sha256 === undefined ? [] : [{ name, sha256: sha256.toLowerCase() }];
  });
  const problems = [
    ...(value.length < parts.length
      ? [
          'INVITATIONS_API_KEYS must be pairs of a name and a SHA-256, name:sha256, with commas between them; npm run api-key makes one',
        ]
      : []),
    ...(new Set(value.map(({ name }) => name)).size < value.length
      ? ['INVITATIONS_API_KEYS gives two keys one name']
      : []),
  ];
  return { value, problems };
}

function readIssuers(given: Variables): Told<readonly ApiIssuer[]> {
  const value: ApiIssuer[] = [];
  const problems: string[] = [];
  for (const [number, own] of numberedVariables(given, names)) {
    const clients = listed(own.API_CLIENTS);
    const missing = names.filter((name) =>
      name === 'API_CLIENTS' ? clients.length === 0 : own[name] === undefined,
    );
    problems.push(...missing.map((name) => `${numberedName(name, number)} is missing`));
    const { API_ISSUER: issuer, API_AUDIENCE: audience } = own;
    const wrong = issuer === undefined ? undefined : issuerProblem(issuer);
    if (wrong !== undefined) problems.push(`${numberedName('API_ISSUER', number)} ${wrong}`);
    if (issuer === undefined || audience === undefined) continue;
    value.push({ issuer, audience, clients });
  }
  return { value, problems };
}
