import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { startApi, type ApiServer } from './apiServer.js';
import type { Answered } from './described.js';
import { audience, client, startIssuer, type Issuer } from './issuer.js';

const start = Date.parse('2026-03-01T12:00:00Z');
let clock = start;
const now = (): Date => new Date(clock);

let issuer: Issuer;
let other: Issuer;
let api: ApiServer;
beforeEach(async () => {
  clock = start;
  issuer = await startIssuer(now);
  other = await startIssuer(now);
  api = await startApi(undefined, {
    now,
    config: {
      keys: [],
      issuers: [
        { issuer: issuer.url, audience, clients: [client] },
        { issuer: other.url, audience: 'api://other', clients: ['other-client'] },
        { issuer: issuer.url, audience: 'api://second', clients: ['second-client'] },
      ],
    },
  });
});
afterEach(async () => {
  await api.close();
  await issuer.close();
  await other.close();
});

const present = (token: string): Promise<Answered> =>
  api.status('code', { authorization: `Bearer ${token}` });
/** Dataverse is not connected here, so whoever is let in gets this. */
const letIn = { status: 503, body: { code: 'INV_DOOR_NOT_READY' } };
const inSeconds = (seconds: number): number => Math.floor(start / 1000) + seconds;

describe('A token lets in', () => {
  it.each<[string, Parameters<Issuer['token']>]>([
    ['as RFC 9068 has it', [{ azp: undefined, client_id: client }, { typ: 'at+jwt' }]],
    ['with the long media type', [{}, { typ: 'application/at+jwt' }]],
    ['of Entra ID, version 2', [{ azp: client }, { typ: 'JWT' }]],
    ['of Entra ID, version 1', [{ azp: undefined, appid: client }, { typ: 'JWT' }]],
    ['for several audiences, this one among them', [{ aud: ['api://more', audience] }]],
    ['that ended a moment ago by a clock that is ahead', [{ exp: inSeconds(-20) }]],
    ['of another pair of audience and client', [{ aud: 'api://second', azp: 'second-client' }]],
  ])('%s', async (_name, given) => {
    expect(await present(await issuer.token(...given))).toMatchObject(letIn);
  });
});

it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('A token that is signed with %s lets in', async (alg) => {
  const signing = await startIssuer(now, alg);
  const own = await startApi(undefined, {
    now,
    config: { keys: [], issuers: [{ issuer: signing.url, audience, clients: [client] }] },
  });
  try {
    const authorization = `Bearer ${await signing.token()}`;
    expect(await own.status('c', { authorization })).toMatchObject(letIn);
  } finally {
    await own.close();
    await signing.close();
  }
});

describe('A token is refused', () => {
  it.each<[string, Parameters<Issuer['token']>]>([
    ['for another audience', [{ aud: 'api://elsewhere' }]],
    ['for no audience', [{ aud: undefined }]],
    ['of a client that may not ask', [{ azp: 'stranger' }]],
    ['of no client', [{ azp: undefined }]],
    ['whose client is no text', [{ azp: [client] }]],
    ['of a client of another audience', [{ aud: 'api://second' }]],
    ['with the audience of another issuer', [{ aud: 'api://other', azp: 'other-client' }]],
    ['that has ended', [{ exp: inSeconds(-31) }]],
    ['that never ends', [{ exp: undefined }]],
    ['that is not valid yet', [{ nbf: inSeconds(60) }]],
    ['without a kind', [{}, { typ: undefined }]],
    ['of another kind', [{}, { typ: 'logout+jwt' }]],
    ['that is an identity token, by its nonce', [{ nonce: 'n' }, { typ: 'JWT' }]],
    ['that is an identity token, by a hash', [{ at_hash: 'h' }, { typ: 'JWT' }]],
    ['that says another issuer', [{ iss: 'https://login.contoso.example' }]],
    ['with an issuer that differs by a slash', [{ iss: undefined }]],
    ['that claims the other issuer', [{ iss: 'OTHER', aud: 'api://other', azp: 'other-client' }]],
  ])('%s', async (_name, [claims, header]) => {
    const iss = claims?.iss === 'OTHER' ? { iss: other.url } : {};
    const answer = await present(await issuer.token({ ...claims, ...iss }, header));
    expect(answer).toMatchObject({ status: 401, body: { code: 'INV_API_UNAUTHORIZED' } });
    expect(api.events()).toEqual(['tokenRefused']);
  });

  it('that is an identity token of an application that is its own audience', async () => {
    const own = await startApi(undefined, {
      now,
      config: { keys: [], issuers: [{ issuer: issuer.url, audience: client, clients: [client] }] },
    });
    try {
      const token = await issuer.token({ aud: client, azp: client }, { typ: 'JWT' });
      expect((await own.status('c', { authorization: `Bearer ${token}` })).status).toBe(401);
    } finally {
      await own.close();
    }
  });

  it('in any way that is known to forge one, and always with the same words', async () => {
    const good = await issuer.token();
    const [header = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload))) as Record<string, unknown>;
    const stranger = await generateKeyPair('ES256', { extractable: true });
    const publicPem = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
    const encode = (value: object) => base64url.encode(JSON.stringify(value));
    const forged = {
      'signed by nobody': new UnsecuredJWT(claims).encode(),
      'alg none, spelt otherwise': `${encode({ alg: 'nOnE', typ: 'at+jwt' })}.${payload}.`,
      'without its signature': `${header}.${payload}.`,
      'with other claims': `${header}.${encode({ ...claims, sub: 'admin' })}.${signature}`,
      'signed with the public key as a secret': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'key 1' })
        .sign(publicPem),
      'signed by a stranger': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key 1' })
        .sign(stranger.privateKey),
      'with a key of its own': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: await exportJWK(stranger.publicKey) })
        .sign(stranger.privateKey),
      'with a key address of its own': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key 1', jku: `${other.url}/keys` })
        .sign(stranger.privateKey),
      'with an algorithm that is not on the list': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: 'key 1' })
        .sign((await generateKeyPair('ES384')).privateKey),
      'signed by the other issuer': await other.token({ iss: issuer.url, aud: audience, azp: client }),
      'with an extension that nobody knows': `${encode({ alg: 'ES256', typ: 'at+jwt', kid: 'key 1', crit: ['x'], x: 1 })}.${payload}.${signature}`,
      'that is no token': 'a.b.c',
      'that is none of three parts': 'nonsense-9f2c',
    };
    const answers = await Promise.all(
      Object.entries(forged).map(async ([name, token]) => ({ name, answer: await present(token) })),
    );
    const shown = answers.map(({ name, answer: { status, body, headers } }) => ({
      name,
      status,
      body,
      challenge: headers.get('www-authenticate'),
    }));
    const [first] = shown;
    expect(first).toMatchObject({
      status: 401,
      challenge: 'Bearer realm="invitations", error="invalid_token"',
    });
    for (const one of shown) expect(one).toEqual({ ...first, name: one.name });
    for (const token of Object.values(forged)) expect(api.log()).not.toContain(token);
  });
});

describe('The keys of an issuer', () => {
  it('are read once, and again when it signs with a new one', async () => {
    await present(await issuer.token());
    await present(await issuer.token());
    expect(issuer.asked).toEqual({ keys: 1, discovery: 1 });
    expect(other.asked).toEqual({ keys: 0, discovery: 0 });
    await issuer.rotate();
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    try {
      expect(await present(await issuer.token())).toMatchObject(letIn);
    } finally {
      later.mockRestore();
    }
    expect(issuer.asked).toEqual({ keys: 2, discovery: 1 });
  });

  it('are not asked for at each token that names an unknown one', async () => {
    await present(await issuer.token());
    for (const kid of ['a', 'b', 'c']) {
      expect((await present(await issuer.token({}, { kid }))).status).toBe(401);
    }
    expect(issuer.asked.keys).toBe(1);
  });

  it.each(['keys', 'discovery'] as const)(
    'cannot be had: 503, not 401, and nobody is to blame (%s)',
    async (what) => {
      issuer.break(what);
      const token = await issuer.token();
      const answer = await present(token);
      expect(answer).toMatchObject(letIn);
      expect(answer.headers.get('retry-after')).toBe('30');
      expect(api.events()).toEqual([]);
      expect(api.log()).toContain('INV_PROVIDER_UNREACHABLE');
      issuer.break('nothing');
      clock += 6_000;
      expect(await present(token)).toMatchObject(letIn);
      expect(issuer.asked.keys).toBe(what === 'keys' ? 2 : 1);
    },
  );

  it('are not asked for again and again while the issuer is away', async () => {
    issuer.break('discovery');
    for (let time = 0; time < 5; time += 1) await present(await issuer.token());
    expect(issuer.asked.discovery).toBe(1);
  });

  it('of a discovery document that is another issuer’s are not taken', async () => {
    issuer.discovery.issuer = other.url;
    await present(await issuer.token());
    expect(api.log()).toContain('that of another issuer');
    expect(issuer.asked.keys).toBe(0);
  });

  it('of issuers that are not configured are asked for by nobody', async () => {
    const stranger = await startIssuer(now);
    try {
      expect((await present(await stranger.token())).status).toBe(401);
      expect(stranger.asked).toEqual({ keys: 0, discovery: 0 });
    } finally {
      await stranger.close();
    }
  });
});
