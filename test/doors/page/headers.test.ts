import { describe, expect, it } from '@jest/globals';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { doorsConfig, fakeRedemptions } from './fakes.js';
import { link, openPage } from './openPage.js';

const policy =
  "default-src 'none';style-src 'self';img-src 'self';form-action 'self' https://login.contoso.example;" +
  "frame-ancestors 'none';base-uri 'none'";

describe('every answer', () => {
  it.each([
    ['GET', '/register', 200],
    ['GET', link, 303],
    ['GET', '/nothing', 404],
    ['PUT', '/register', 405],
    ['POST', '/redeem', 403],
    ['GET', '/redeemed', 303],
  ] as const)('to %s %s (%d) is guarded', async (method, url, status) => {
    const { app } = await openPage();
    const { statusCode, headers } = await app.inject({ method, url });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('over http does not speak of https', async () => {
    const { headers } = await (
      await openPage({ config: { ...doorsConfig, url: 'http://127.0.0.1:5803' } })
    ).get('/register');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('methods', () => {
  const refusingToWrite = fakeRedemptions({
    redeem: () => Promise.reject(new Error('redeemed')),
    askForNew: () => Promise.reject(new Error('asked')),
  });
  const addresses = [
    '/register',
    '/sign-in',
    '/redeem',
    '/ask',
    '/sign-out',
    '/redeemed',
    '/signed-in/contoso',
  ];

  it.each(['GET', 'HEAD', 'OPTIONS'] as const)(
    '%s changes nothing, whatever is asked for',
    async (method) => {
      const browser = await openPage({ redemptions: refusingToWrite });
      await browser.follow();
      await browser.signIn();
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const url of [...addresses, link, '/register?invitation=a&lang=de']) {
        const { statusCode } = await browser.app.inject({ method, url, headers: { cookie } });
        expect([url, statusCode]).not.toEqual([url, 500]);
      }
    },
  );

  it.each([
    ['/register', 'GET, HEAD, POST, OPTIONS'],
    ['/redeem', 'POST, OPTIONS'],
    ['/redeemed', 'GET, HEAD, OPTIONS'],
    ['/page.css', 'GET, HEAD, OPTIONS'],
    ['/signed-in/contoso', 'GET, HEAD, OPTIONS'],
    ['/de/register', 'GET, HEAD, OPTIONS'],
  ])('%s says that it takes %s', async (url, allow) => {
    const { app } = await openPage();
    const options = await app.inject({ method: 'OPTIONS', url });
    expect([options.statusCode, options.headers.allow]).toEqual([204, allow]);
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const refused = await app.inject({ method, url });
      expect([refused.statusCode, refused.headers.allow]).toEqual([405, allow]);
    }
    if (!allow.includes('GET')) expect((await app.inject({ method: 'GET', url })).statusCode).toBe(405);
  });
});

describe('addresses', () => {
  it('that there are not are a friendly page that does not repeat them', async () => {
    const { statusCode, body } = await (await openPage()).get('/nothing/thecode123?invitation=thecode123');
    expect([statusCode, body.includes(english.lostTitle)]).toEqual([404, true]);
    expect(body).not.toContain('thecode123');
  });

  it('that cannot be read are refused without repeating them', async () => {
    const { statusCode, body } = await (await openPage()).get('/%zz/thecode123');
    expect([statusCode, body]).toEqual([400, 'Bad Request\n']);
  });

  it.each([
    ['/page.css', 'text/css; charset=utf-8', '--brand: #0f6cbd'],
    ['/logo', 'image/svg+xml', '>C</text>'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'Disallow: /'],
  ])('of files: %s', async (url, type, text) => {
    const { app } = await openPage();
    const { headers, body } = await app.inject({ url });
    expect([headers['content-type'], headers['cache-control']]).toEqual([type, 'public, max-age=3600']);
    expect(body).toContain(text);
    const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('of a drawing let it run nothing, should somebody open it by itself', async () => {
    const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const brand = { ...doorsConfig.brand, logo: { type: 'image/svg+xml' as const, content } };
    const { headers, rawPayload } = await (
      await openPage({ config: { ...doorsConfig, brand } })
    ).get('/logo');
    expect(rawPayload).toEqual(content);
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  });

  it('for the ingress say whether, and not why', async () => {
    const ready = await openPage();
    expect([(await ready.get('/healthz')).statusCode, (await ready.get('/readyz')).statusCode]).toEqual([
      200, 200,
    ]);
    const waiting = await openPage({ context: () => undefined });
    const answer = await waiting.get('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready' }]);
    expect((await waiting.get('/healthz')).statusCode).toBe(200);
    expect(waiting.log).toEqual([]);
  });
});

describe('where somebody is', () => {
  it.each([
    [0, '203.0.113.7', '127.0.0.1'],
    [1, '203.0.113.7', '203.0.113.7'],
    [1, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    [2, '203.0.113.7, 10.0.0.1', '203.0.113.7'],
    [1, undefined, '127.0.0.1'],
  ])('with %d proxies and X-Forwarded-For %s is %s', async (trustedProxies, forwarded, ip) => {
    const seen: unknown[] = [];
    const browser = await openPage({
      config: { ...doorsConfig, trustedProxies },
      redemptions: fakeRedemptions({
        inspect: async ({ ipAddress }) => {
          seen.push(ipAddress);
          return { kind: 'invalid' };
        },
      }),
    });
    await browser.get(link);
    await browser.get('/register', forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
    expect(seen).toEqual([ip]);
  });
});

it('the log knows requests by their pattern alone: no code, token, name or address', async () => {
  const browser = await openPage();
  await browser.follow('/de/register?invitation=thecode123&returnurl=https://evil.example/thecode123');
  await browser.signIn();
  await browser.post('/redeem', { code: 'thecode123' });
  await browser.get('/redeemed');
  await browser.post('/redeem', { token: 'wrong' });
  await browser.get('/nothing/thecode123');
  const routes = browser.log.map(({ route }) => route);
  expect(routes).toContain('/signed-in/:provider');
  expect(JSON.stringify(browser.log)).not.toMatch(/thecode123|fromprovider|anna|fabrikam|evil|verifier/i);
});
