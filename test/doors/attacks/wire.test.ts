import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { attackDoors, type Attacked, type Sent } from './attacked.js';
import { expectHarmless } from './harmless.js';

const code = 'thecode123';
let doors: Attacked;
beforeAll(async () => {
  doors = await attackDoors();
});
afterAll(() => doors.close());

const form = 'application/x-www-form-urlencoded';

describe('every answer is harmless', () => {
  it.each<[Sent, number]>([
    [{ path: '/' }, 303],
    [{ path: '/register' }, 200],
    [{ path: `/register?invitation=${code}` }, 303],
    [{ path: '/redeemed' }, 303],
    [{ path: '/signed-in/contoso' }, 303],
    [{ path: `/nothing/${code}` }, 404],
    [{ path: '/page.css' }, 200],
    [{ path: '/logo' }, 200],
    [{ path: '/robots.txt' }, 200],
    [{ path: '/healthz' }, 200],
    [{ path: '/readyz' }, 200],
    [{ path: '/redeem', method: 'POST' }, 403],
    [{ path: '/redeem', method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
    [{ path: '/redeem', method: 'POST', body: 'a'.repeat(9_000), headers: { 'content-type': form } }, 413],
    [{ path: '/register', method: 'DELETE' }, 405],
    [{ path: '/register', method: 'TRACE' }, 405],
    [{ path: '/register', method: 'OPTIONS' }, 204],
    [{ path: '/register', method: 'PROPFIND' }, 404],
    [{ path: '/api/openapi.json' }, 200],
    [{ path: '/api/errors' }, 200],
    [{ path: '/api/redemptions', method: 'POST' }, 401],
    [{ path: '/api/redemptions', method: 'OPTIONS' }, 405],
    [{ path: '/api/invitations/status', method: 'HEAD', headers: { 'invitation-code': code } }, 401],
    [{ path: '/api/redemptions', method: 'TRACE' }, 405],
    [{ path: `/api/${code}` }, 404],
    [{ path: `/%zz/${code}` }, 400],
    [{ path: `/api/%zz/${code}` }, 400],
    [{ path: `/signed-in/${code.repeat(20)}` }, 400],
    [{ path: '/register', headers: { cookie: 'a=b; '.repeat(4_000) } }, 431],
  ])('to %j (%d)', async (sent, status) => {
    const answer = await doors.send(sent);
    expect(answer.status).toBe(status);
    expectHarmless(answer);
    expect(answer.body).not.toContain(code);
  });

  it('to what is no HTTP', async () => {
    const { port } = new URL(doors.address());
    const told = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${code}\r\n\r\n`));
      socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text));
    });
    expect(told).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(told).toMatch(/\r\nx-frame-options: DENY\r\n/);
    expect(told).not.toContain(code);
  });

  it('and the log repeats nothing of an address', () => {
    expect(JSON.stringify(doors.log)).not.toContain(code);
  });
});

describe('an address that is written another way leads nowhere else', () => {
  it.each([
    '/register%00',
    '/register%20',
    '/register;jsessionid=1',
    '/register/../redeem',
    '/%2e%2e/redeem',
    '/%2E%2E%2Fregister',
    '/./register',
    '//register',
    '//evil.example/register',
    '/\\evil.example/register',
    '/register//',
    '/register/%2e%2e/api/errors',
    '/api/../healthz',
    '/api/%2e%2e/healthz',
    '/api//errors',
    '/api/errors.',
    '/page.css/..%2f..%2fpackage.json',
    '/logo/../../package.json',
    '/__proto__/register',
    '/constructor%2Fregister',
    '/.git/config',
    '/.env',
    '/metrics',
  ])('%s', async (path) => {
    const answer = await doors.send({ path });
    expect(answer.status).toBe(404);
    expectHarmless(answer);
  });
});

describe('what decides is the method of the request', () => {
  it.each<[string, Sent['headers']]>([
    ['X-HTTP-Method-Override', { 'x-http-method-override': 'POST' }],
    ['X-HTTP-Method', { 'x-http-method': 'POST' }],
    ['X-Method-Override', { 'x-method-override': 'POST' }],
    ['_method', {}],
  ])('not %s', async (_name, headers) => {
    for (const path of ['/redeem', '/ask', '/sign-out', '/sign-in', '/api/redemptions']) {
      const { status } = await doors.send({ path: `${path}?_method=POST`, headers });
      expect([path, status]).toEqual([path, 405]);
    }
  });
});

describe('names that somebody else made up get into no answer', () => {
  const evil = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    'x-forwarded-port': '6666',
    'x-forwarded-prefix': '/evil.example',
    'x-original-url': '/evil.example',
    'x-rewrite-url': '/evil.example',
    forwarded: 'host=evil.example;proto=http',
    referer: 'https://evil.example/',
  };

  it.each([0, 1])('with %d proxies that are trusted', async (trustedProxies) => {
    const behind = await attackDoors({ config: { trustedProxies } }, doors.product);
    try {
      for (const path of [
        '/',
        '/register',
        `/register?invitation=${code}`,
        '/redeemed',
        '/nothing',
        '/signed-in/contoso',
        '/api/nothing',
        '/api/openapi.json',
        'http://evil.example/register',
      ]) {
        const answer = await behind.send({ path, headers: evil });
        expect([path, JSON.stringify(answer)]).toEqual([path, expect.not.stringContaining('evil')]);
        expect(String(answer.headers['set-cookie'])).not.toMatch(/domain=/i);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
    } finally {
      await behind.close();
    }
  });
});

describe('what is sent too much of is refused, not worked on', () => {
  it('a body that says it is compressed', async () => {
    const headers = { 'content-encoding': 'gzip', 'content-type': form };
    const { status } = await doors.send({ path: '/redeem', method: 'POST', body: '\u001f\u008b', headers });
    expect(status).toBe(403);
  });

  it('a code, by whatever door', async () => {
    const api = { authorization: `Bearer ${doors.key}`, 'content-type': 'application/json' };
    const long = 'x'.repeat(12_000);
    const body = JSON.stringify({ code: long, contactId: '00000000-0000-4000-8000-000000000000' });
    const sent = await Promise.all([
      doors.send({ path: `/register?invitation=${long}` }),
      doors.send({ path: '/api/redemptions', method: 'POST', headers: api, body }),
      doors.send({ path: '/api/invitations/status', headers: { ...api, 'invitation-code': long } }),
      doors.send({ path: '/api/redemptions', method: 'POST', headers: api, body: body + ' '.repeat(20_000) }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([303, 400, 400, 413]);
    expect(sent.map(({ body: told }) => told).join()).not.toContain('xxx');
  });

  it('hundreds of cookies of one name, of which the first counts', async () => {
    const cookie = Array.from({ length: 500 }, (_, index) => `__Host-journey=a${index}`).join('; ');
    const { status, body } = await doors.send({ path: '/register', headers: { cookie } });
    expect([status, body.includes('data-state="code"')]).toEqual([200, true]);
  });

  it('a request that takes its time', async () => {
    const { requestTimeout, headersTimeout } = doors.timeouts();
    expect(requestTimeout).toBe(30_000);
    expect(headersTimeout).toBeGreaterThan(0);
  });
});

describe('an object of the language is nothing that somebody has sent', () => {
  const polluted = (): unknown => (Object.prototype as Record<string, unknown>).polluted;

  it.each<[string, Sent]>([
    [
      'a query',
      { path: '/register?__proto__[polluted]=1&constructor[prototype][polluted]=1&lang=__proto__' },
    ],
    ['a query with dots', { path: '/register?__proto__.polluted=1&lang=constructor' }],
    ['a language', { path: '/constructor/register' }],
    ['a cookie', { path: '/register', headers: { cookie: '__proto__=polluted; constructor=polluted' } }],
    [
      'a form',
      {
        path: '/sign-in',
        method: 'POST',
        headers: { 'content-type': form },
        body: '__proto__[polluted]=1&__proto__=polluted&provider=__proto__',
      },
    ],
    ['a provider', { path: '/signed-in/__proto__?code=a' }],
    [
      'JSON',
      {
        path: '/api/redemptions',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"code":"c","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      },
    ],
  ])('in %s', async (_where, sent) => {
    const authorization = `Bearer ${doors.key}`;
    const answer = await doors.send({ ...sent, headers: { ...sent.headers, authorization } });
    expectHarmless(answer);
    expect(polluted()).toBeUndefined();
    expect(answer.body).not.toContain('polluted');
  });
});
