import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { ApiIssuer } from '../../config/doorsConfig.js';
import { issuerKeys } from './issuerKeys.js';

/** Signatures with a public key alone: a token that we could have signed ourselves, or nobody has, proves nothing. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Kinds of token (header `typ`): at+jwt of RFC 9068, and JWT, as Microsoft Entra ID writes. */
const kinds: ReadonlySet<string> = new Set(['at+jwt', 'jwt']);
/** Claims that identity tokens have and access tokens have not (OpenID Connect Core 1.0, 2 and 3.3.2.11). */
const identityClaims = ['nonce', 'at_hash', 'c_hash', 's_hash'] as const;
/** Seconds that the issuer's clock and ours may differ. */
const clockTolerance = 30;

/**
 * Finds out which client a token speaks for: `issuer client`; undefined when the token does not hold, whatever is wrong with it.
 *
 * @throws KeysUnavailable when the issuer cannot be asked
 */
export type TokenCheck = (token: string) => Promise<string | undefined>;

/**
 * Checks JWT access tokens (RFC 9068, 4): signature, issuer, audience, time, kind, and that the client is one that may ask. An identity token is
 * none, even if issuer and audience are right: it says who somebody is, and its client is its audience.
 *
 * @param now the service's clock
 */
export function createTokenCheck(issuers: readonly ApiIssuer[], now: () => Date): TokenCheck {
  const keys = new Map<string, JWTVerifyGetKey>(
    issuers.map(({ issuer }) => [issuer, issuerKeys(issuer, now)] as const),
  );
  return async (token) => {
    const issuer = claimedIssuer(token);
    const getKey = issuer === undefined ? undefined : keys.get(issuer);
    if (issuer === undefined || getKey === undefined) return undefined;
    const known = issuers.filter((one) => one.issuer === issuer);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, getKey, {
        algorithms,
        issuer,
        audience: known.map(({ audience }) => audience),
        requiredClaims: ['exp'],
        clockTolerance,
        currentDate: now(),
      });
      if (!kinds.has(kindOf(protectedHeader.typ)) || isIdentityToken(payload)) return undefined;
      const client = clientOf(payload);
      return client !== undefined && known.some((one) => mayAsk(payload, client, one))
        ? `${issuer} ${client}`
        : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** The issuer that a token claims, before anything is checked: it decides whose keys are taken. */
function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

const kindOf = (typ: string | undefined): string => (typ ?? '').toLowerCase().replace(/^application\//, '');

const isIdentityToken = (payload: JWTPayload): boolean => identityClaims.some((claim) => claim in payload);

/** `azp` of OpenID Connect and Entra ID v2, `client_id` of RFC 9068, `appid` of Entra ID v1. */
function clientOf({ azp, client_id, appid }: JWTPayload): string | undefined {
  const client = azp ?? client_id ?? appid;
  return typeof client === 'string' ? client : undefined;
}

/** Issuer, audience and client belong together: a client of one audience must not ask with another's. */
function mayAsk({ aud }: JWTPayload, client: string, { audience, clients }: ApiIssuer): boolean {
  return [aud].flat().includes(audience) && client !== audience && clients.includes(client);
}
