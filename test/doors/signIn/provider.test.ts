import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { startEvilProvider, type EvilProvider, type Lies } from './evilProvider.js';
import { configured, watched } from './watched.js';

let evil: EvilProvider;

beforeAll(async () => {
  evil = await startEvilProvider();
});

afterAll(() => evil.close());

const wish = { choose: false, language: 'en' };
const unreachable = (reason: string) => ({
  code: 'INV_PROVIDER_UNREACHABLE',
  details: { provider: 'Contoso', reason },
});
const html = (reply: FastifyReply): FastifyReply => reply.type('text/html').send('<p>Welcome</p>');
const loop = (reply: FastifyReply): FastifyReply => reply.redirect(reply.request.url, 302);
const status503 = (reply: FastifyReply): FastifyReply => reply.code(503).send({});
const huge = (reply: FastifyReply): FastifyReply =>
  reply.type('application/json').send(`{"issuer":"${'x'.repeat(600 * 1024)}"}`);

/** Never ends: some bytes, and then nothing. */
const slow = (reply: FastifyReply): FastifyReply => {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/json' });
  reply.raw.write('{');
  return reply;
};

describe('a description is refused that', () => {
  it.each<[string, Lies['metadata'], string]>([
    ['names another issuer', { issuer: 'https://login.contoso.example' }, 'does not hold'],
    ['names no issuer', { issuer: undefined }, 'does not hold'],
    ['has an issuer for every tenant', { issuer: 'https://x.example/{tenantid}/v2.0' }, 'does not hold'],
    [
      'leads to a page without TLS',
      { authorization_endpoint: 'http://x.example/a' },
      'authorization_endpoint',
    ],
    ['leads to a script', { authorization_endpoint: 'javascript:alert(1)' }, 'authorization_endpoint'],
    ['has keys without TLS', { jwks_uri: 'http://x.example/keys' }, 'jwks_uri'],
    ['has no keys', { jwks_uri: undefined }, 'jwks_uri'],
    ['takes codes without TLS', { token_endpoint: 'http://x.example/token' }, 'token_endpoint'],
    ['tells of people without TLS', { userinfo_endpoint: 'http://x.example/me' }, 'userinfo_endpoint'],
    ['takes no secret', { token_endpoint_auth_methods_supported: ['private_key_jwt'] }, 'client secret'],
  ])('%s', async (_case, metadata, reason) => {
    evil.lie({ metadata });
    const { signIn, counted } = watched([configured(evil.url)]);
    await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject({
      code: 'INV_PROVIDER_UNREACHABLE',
      message: expect.stringContaining(reason),
    });
    expect(counted).toEqual(['security signInRefused']);
  });

  it.each([
    ['every tenant of Entra ID', 'common', '{tenantid}', 'configure the issuer of one tenant'],
    [
      'another tenant of Entra ID',
      'contoso.example',
      'aaaaaaaa-0000-4000-8000-000000000001',
      'another issuer',
    ],
  ])('stands for %s, and the words say what is wrong', async (_case, asked, named, words) => {
    const microsoft = 'https://login.microsoftonline.com';
    const metadata = {
      issuer: `${microsoft}/${named}/v2.0`,
      authorization_endpoint: `${microsoft}/${asked}/oauth2/v2.0/authorize`,
      token_endpoint: `${microsoft}/${asked}/oauth2/v2.0/token`,
      jwks_uri: `${microsoft}/${asked}/discovery/v2.0/keys`,
    };
    const { signIn } = watched([configured(`${microsoft}/${asked}/v2.0`)], {
      fetch: async () => Response.json(metadata),
    });
    await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject({
      code: 'INV_PROVIDER_UNREACHABLE',
      message: expect.stringContaining(words),
    });
  });

  it('would be read without TLS from another machine', async () => {
    const asked: string[] = [];
    const { signIn } = watched([configured('http://login.contoso.example')], {
      fetch: async (url) => {
        asked.push(String(url));
        return new Response();
      },
    });
    await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject(
      unreachable('its address is no https address'),
    );
    expect(asked).toEqual([]);
  });
});

describe('a provider is out of reach that', () => {
  it.each<[string, Lies['discovery'], string, readonly string[]]>([
    ['answers with a page', html, 'what answers is no identity provider', []],
    ['is out of order', status503, 'it answers with status 503', []],
    ['is slow', slow, 'no answer in time', []],
    [
      'sends the service in circles',
      loop,
      'it sends the service to another address',
      ['security signInRefused'],
    ],
    ['answers without end', huge, 'its answer is too long', ['security signInRefused']],
  ])('%s when it is asked for its description', async (_case, discovery, reason, alarms) => {
    evil.lie({ discovery });
    const { signIn, counted, logged } = watched([configured(evil.url)], { timeout: 0.2 });
    await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject(unreachable(reason));
    expect(counted).toEqual(alarms);
    expect(logged).toHaveLength(1);
    expect(evil.asked).toHaveLength(1);
  });

  it.each<[string, Lies['tokens'], string, readonly string[]]>([
    ['answers with a page', html, 'what answers is no identity provider', []],
    ['is out of order', status503, 'it answers with status 503', []],
    ['is slow', slow, 'no answer in time', []],
    [
      'sends the service in circles',
      loop,
      'it sends the service to another address',
      ['security signInRefused'],
    ],
    ['answers without end', huge, 'its answer is too long', ['security signInRefused']],
    [
      'does not know the service',
      (reply) => reply.code(401).send({ error: 'invalid_client' }),
      'it does not accept this service',
      [],
    ],
    [
      'does not know the service, and asks for a password',
      (reply) =>
        reply
          .code(401)
          .header('www-authenticate', 'Basic realm="x", error="invalid_client"')
          .send({ error: 'invalid_client' }),
      'it does not accept this service',
      [],
    ],
  ])('%s when it is given a code', async (_case, tokens, reason, alarms) => {
    evil.lie({});
    const { signIn, counted } = watched([configured(evil.url)], { timeout: 0.2 });
    const { state } = await signIn.begin('sandbox', wish);
    evil.lie({ tokens });
    const answer = new URLSearchParams({ code: 'code', state: state.state, iss: evil.url });
    await expect(signIn.finish('sandbox', answer, state)).rejects.toMatchObject(unreachable(reason));
    expect(counted).toEqual(alarms);
  });

  it('cannot be connected to, and another one goes on', async () => {
    evil.lie({});
    const closed = await startEvilProvider();
    await closed.close();
    const { signIn } = watched([configured(closed.url), configured(evil.url, { id: 'other' })]);
    await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject(
      unreachable('there is no connection (ECONNREFUSED)'),
    );
    expect(await signIn.begin('other', wish)).toMatchObject({ state: { provider: 'other' } });
  });
});

describe('the description of a provider', () => {
  it('is asked for when somebody wants to sign in, once for all who come at the same time', async () => {
    evil.lie({});
    const { signIn } = watched([configured(evil.url)]);
    expect(signIn.providers).toEqual([{ id: 'sandbox', name: 'Contoso' }]);
    expect(evil.asked).toEqual([]);
    await Promise.all([signIn.begin('sandbox', wish), signIn.begin('sandbox', wish)]);
    await signIn.begin('sandbox', wish);
    expect(evil.asked).toEqual(['/.well-known/openid-configuration']);
  });

  it('is asked for again after a pause, when it could not be had', async () => {
    const start = new Date();
    let now = start;
    const { signIn } = watched([configured(evil.url)], { now: () => now });
    evil.lie({ discovery: status503 });
    for (const second of [0, 5, 9]) {
      now = new Date(start.getTime() + second * 1000);
      await expect(signIn.begin('sandbox', wish)).rejects.toMatchObject(
        unreachable('it answers with status 503'),
      );
    }
    expect(evil.asked).toHaveLength(1);
    evil.lie({});
    now = new Date(start.getTime() + 10_000);
    expect(await signIn.begin('sandbox', wish)).toMatchObject({ state: { provider: 'sandbox' } });
  });

  it('is read again after an hour, and the old one serves when that fails', async () => {
    let now = new Date();
    const { signIn } = watched([configured(evil.url)], { now: () => now });
    evil.lie({});
    await signIn.begin('sandbox', wish);
    now = new Date(now.getTime() + 3_600_000);
    evil.lie({ metadata: { authorization_endpoint: `${evil.url}/moved` } });
    expect((await signIn.begin('sandbox', wish)).location).toContain(`${evil.url}/moved?`);
    now = new Date(now.getTime() + 3_600_000);
    evil.lie({ discovery: status503 });
    expect((await signIn.begin('sandbox', wish)).location).toContain(`${evil.url}/moved?`);
    expect(evil.asked).toHaveLength(1);
  });

  it('and its keys are read once for many who sign in', async () => {
    const { signIn } = watched([configured(evil.url)]);
    const asked: string[] = [];
    for (const sub of ['alice', 'bob']) {
      evil.lie({});
      const { state } = await signIn.begin('sandbox', wish);
      asked.push(...evil.asked);
      evil.lie({ claims: { nonce: state.nonce, sub } });
      const answer = new URLSearchParams({ code: 'code', state: state.state, iss: evil.url });
      expect(await signIn.finish('sandbox', answer, state)).toMatchObject({ subject: sub });
      asked.push(...evil.asked);
    }
    expect(asked).toEqual(['/.well-known/openid-configuration', '/token', '/keys', '/token']);
  });

  it('tells where forms lead to: to the issuer, as long as nothing else is known', async () => {
    const { signIn } = watched([configured(evil.url), configured('https://accounts.example/a', { id: 'b' })]);
    expect(signIn.origins()).toEqual([evil.url, 'https://accounts.example']);
    evil.lie({ metadata: { authorization_endpoint: 'https://pages.contoso.example/authorize' } });
    await signIn.begin('sandbox', wish);
    expect(signIn.origins()).toEqual(['https://pages.contoso.example', 'https://accounts.example']);
  });

  it.each([
    ['nothing', undefined, 'select_account'],
    ['it', ['none', 'login', 'select_account'], 'select_account'],
    ['others', ['none', 'login'], 'login'],
  ])('lists %s of prompts: the person can choose another account', async (_case, listed, prompt) => {
    evil.lie({ metadata: { prompt_values_supported: listed } });
    const { signIn } = watched([configured(evil.url)]);
    const { location } = await signIn.begin('sandbox', { choose: true, language: 'de' });
    expect(new URL(location).searchParams.get('prompt')).toBe(prompt);
  });
});

describe('the secret of the service', () => {
  const secret = 'a secret: 100% + more';
  it.each([
    [
      'in the form',
      ['client_secret_basic', 'client_secret_post'],
      { body: expect.stringContaining('client_secret=a+secret') },
    ],
    ['in the header', ['client_secret_basic'], { authorization: expect.stringMatching(/^Basic /) }],
    ['in the header, where nonsense is said', 7, { authorization: expect.stringMatching(/^Basic /) }],
    ['in the header, where nothing is said', undefined, { authorization: expect.stringMatching(/^Basic /) }],
  ])('travels %s', async (_case, methods, expected) => {
    evil.lie({ metadata: { token_endpoint_auth_methods_supported: methods } });
    const sent: object[] = [];
    const { signIn } = watched([configured(evil.url, { clientSecret: secret })], {
      fetch: async (url, init) => {
        if (String(url).endsWith('/token')) {
          const headers = new Headers(init?.headers);
          sent.push({ body: String(init?.body), authorization: headers.get('authorization') });
        }
        return fetch(url, init);
      },
    });
    const { state, location } = await signIn.begin('sandbox', wish);
    evil.lie({ claims: { nonce: state.nonce } });
    const answer = new URLSearchParams({ code: 'code', state: state.state, iss: evil.url });
    await signIn.finish('sandbox', answer, state);
    expect(sent).toEqual([expect.objectContaining(expected)]);
    expect(location).not.toContain('secret');
  });
});
