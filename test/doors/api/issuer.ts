import Fastify from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** An issuer of access tokens, with its discovery document and its keys, on a port of its own. */
export interface Issuer {
  readonly url: string;
  /** What everybody knows of the key it signs with at first. */
  readonly publicKey: CryptoKey;
  /**
   * A token that holds for `audience` and `client`, in all that is not given otherwise; undefined takes a claim out.
   */
  token(claims?: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Takes another key from now on, and publishes it too. */
  rotate(): Promise<void>;
  /** From now on its keys, or its discovery, answer 500. */
  break(what: 'keys' | 'discovery' | 'nothing'): void;
  /** Times that its keys and its discovery document were asked for. */
  readonly asked: { keys: number; discovery: number };
  /** What its discovery document says beside the usual. */
  discovery: Record<string, unknown>;
  close(): Promise<void>;
}

/** What the API is configured with. */
export const audience = 'api://invitations';
export const client = 'portal-client';

/**
 * @param now the clock of its tokens
 * @param alg what it signs with; keys of ES256 are made fastest
 */
export async function startIssuer(now: () => Date, alg = 'ES256'): Promise<Issuer> {
  const app = Fastify({ forceCloseConnections: true });
  const asked = { keys: 0, discovery: 0 };
  let broken = 'nothing';
  const pairs = [await pair(1, alg)];
  const newest = () => pairs.at(-1) ?? never();
  let url = '';
  const issuer = { discovery: {} as Record<string, unknown> };
  app.get('/.well-known/openid-configuration', async (_request, reply) => {
    asked.discovery += 1;
    if (broken === 'discovery') return reply.code(500).send();
    return { issuer: url, jwks_uri: `${url}/keys`, ...issuer.discovery };
  });
  app.get('/keys', async (_request, reply) => {
    asked.keys += 1;
    if (broken === 'keys') return reply.code(500).send();
    return { keys: pairs.map(({ jwk }) => jwk) };
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });

  return Object.assign(issuer, {
    url,
    publicKey: newest().publicKey,
    asked,
    token: async (claims: JWTPayload = {}, header: Readonly<Record<string, unknown>> = {}) => {
      const second = Math.floor(now().getTime() / 1000);
      const usual = { iss: url, aud: audience, azp: client, sub: 'service', iat: second, exp: second + 600 };
      const { kid, privateKey } = newest();
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg, typ: 'at+jwt', kid, ...header })
        .sign(privateKey);
    },
    rotate: async () => void pairs.push(await pair(pairs.length + 1, alg)),
    break: (what: string) => void (broken = what),
    close: () => app.close(),
  });
}

async function pair(number: number, alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `key ${number}`;
  return { kid, publicKey, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

function never(): never {
  throw new Error('an issuer has a key');
}
