import { decodeJwt, decodeProtectedHeader, SignJWT, type CryptoKey } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** Claims that are moments, in seconds since 1970. */
const moments = ['iat', 'exp', 'auth_time', 'nbf'] as const;

/**
 * A step of the provider that gives identity tokens the time of `now`: the library knows the machine's alone, and Dataverse's clock may be
 * days away from it when somebody tries out how invitations expire.
 */
export function tokenTime(key: CryptoKey, now: () => Date) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const seconds = Math.round((now().getTime() - Date.now()) / 1000);
    const body: unknown = context.body;
    if (context.oidc?.route !== 'token' || seconds === 0 || !hasIdToken(body)) return;
    context.body = { ...body, id_token: await moved(body.id_token, seconds, key) };
  };
}

function hasIdToken(body: unknown): body is { readonly id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string';
}

async function moved(token: string, seconds: number, key: CryptoKey): Promise<string> {
  const claims = decodeJwt(token);
  for (const claim of moments) {
    const moment = claims[claim];
    if (typeof moment === 'number') claims[claim] = moment + seconds;
  }
  const { kid } = decodeProtectedHeader(token);
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...(kid ? { kid } : {}) }).sign(key);
}
