import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

/** The keys of an issuer cannot be had at this moment: nobody can tell whether a token holds. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';

  constructor(
    readonly issuer: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${issuer}: ${reason}`, options);
  }
}

/** Milliseconds for an answer of the issuer. */
const deadline = 5_000;
/** Milliseconds before an issuer whose discovery failed is asked again: tokens that name it must not make us knock at each request. */
const rest = 5_000;

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The keys that an issuer signs with, found by OpenID Connect Discovery 1.0 and kept: they are read again when a token names a key that is not
 * there, at most twice a minute, and every ten minutes (the defaults of jose). Nothing is asked before the first token.
 *
 * @throws KeysUnavailable from the function it gives
 */
export function issuerKeys(issuer: string, now: () => Date): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  let failedAt = -Infinity;

  const keys = async (): Promise<JWTVerifyGetKey> => {
    if (found === undefined) {
      if (Math.abs(now().getTime() - failedAt) < rest)
        throw new KeysUnavailable(issuer, 'its discovery has just failed');
      found = discover(issuer);
    }
    const mine = found;
    try {
      return await mine;
    } catch (error) {
      if (found === mine) {
        found = undefined;
        failedAt = now().getTime();
      }
      throw error;
    }
  };

  return async (header, token) => {
    try {
      const getKey = await keys();
      return await getKey(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw error instanceof KeysUnavailable
        ? error
        : new KeysUnavailable(issuer, reasonOf(error), { cause: error });
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(deadline),
  });
  if (!response.ok) throw new KeysUnavailable(issuer, `its discovery answers ${response.status}`);
  const document = discoveryDocument.safeParse(await response.json());
  if (!document.success)
    throw new KeysUnavailable(issuer, 'its discovery document names no issuer or no keys');
  // OpenID Connect Discovery 1.0, 4.3: what calls itself another issuer is none of ours.
  if (document.data.issuer !== issuer)
    throw new KeysUnavailable(issuer, 'its discovery document is that of another issuer');
  const address = new URL(document.data.jwks_uri);
  if (issuer.startsWith('https:') && address.protocol !== 'https:') {
    throw new KeysUnavailable(issuer, 'its keys do not lie at an https address');
  }
  return createRemoteJWKSet(address, { timeoutDuration: deadline });
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.message;
  return error instanceof Error && error.name === 'TimeoutError'
    ? 'no answer in time'
    : 'no answer that can be read';
}
