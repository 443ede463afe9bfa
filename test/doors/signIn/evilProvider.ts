import fastify, { type FastifyReply } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** A provider that lies wherever a test wants it to. */
export interface EvilProvider {
  readonly url: string;
  /** The key its key set has, and one that it has not. */
  readonly key: CryptoKey;
  readonly otherKey: CryptoKey;
  readonly publicKey: JWK;
  /** What it says from now on; whatever is left out is honest. */
  lie(lies: Lies): void;
  /** Paths that were asked for since the last lie. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Claims of an id token; the issuer, the audience and the times of an honest one are there already. */
export type MakeToken = (claims: JWTPayload, provider: EvilProvider) => string | Promise<string>;

export interface Lies {
  /** What the discovery document has besides. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** How the claims differ, `nonce` and `sub` among them. */
  readonly claims?: JWTPayload;
  readonly token?: MakeToken;
  /** What the token endpoint, the userinfo endpoint or the key set does instead. */
  readonly tokens?: (reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
  readonly keys?: (reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
  readonly discovery?: (reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
  readonly userInfo?: object;
}

/** Starts it. Codes are of no interest to it: every code is good, and the claims are those of the lies. */
export async function startEvilProvider(): Promise<EvilProvider> {
  const [{ privateKey: key, publicKey }, { privateKey: otherKey }] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'evil', alg: 'RS256', use: 'sig' };
  const server = fastify({ forceCloseConnections: true });
  let lies: Lies = {};
  let asked: string[] = [];
  let url = '';
  server.addHook('onRequest', async (request) => {
    asked.push(request.url);
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume();
    done(null);
  });
  server.get('/.well-known/openid-configuration', (_request, reply) =>
    lies.discovery ? lies.discovery(reply) : reply.send({ ...honestMetadata(url), ...lies.metadata }),
  );
  server.get('/keys', (_request, reply) => (lies.keys ? lies.keys(reply) : reply.send({ keys: [jwk] })));
  server.get('/me', (_request, reply) => reply.send(lies.userInfo ?? {}));
  server.post('/token', async (_request, reply) => {
    if (lies.tokens) return lies.tokens(reply);
    const claims = { ...honestClaims(url), ...lies.claims };
    const token = await (lies.token ?? signed('RS256', key))(claims, evil);
    return reply.send({ access_token: 'access', token_type: 'Bearer', id_token: token });
  });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  const evil: EvilProvider = {
    url,
    key,
    otherKey,
    publicKey: jwk,
    lie(told) {
      lies = told;
      asked = [];
    },
    get asked() {
      return asked;
    },
    close: () => server.close(),
  };
  return evil;
}

/** An id token that is signed as its header says. */
export function signed(alg: string, key: CryptoKey | Uint8Array, kid = 'evil'): MakeToken {
  return (claims) => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
}

/** An id token whose header and signature are whatever they are. */
export function forged(header: object, signature: string): MakeToken {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  return (claims) => `${part(header)}.${part(claims)}.${signature}`;
}

function honestMetadata(url: string): Readonly<Record<string, unknown>> {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    userinfo_endpoint: `${url}/me`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
}

function honestClaims(url: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const email = 'alice@contoso.example';
  return {
    iss: url,
    aud: 'invitations',
    sub: 'alice',
    iat: now,
    exp: now + 300,
    email,
    email_verified: true,
  };
}
