import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOwnName } from '../../../sandbox/ownNames.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { create } from '../server/webApi.js';
import { browser, ownPage, signedInAs } from './browser.js';

let sandbox: Sandbox;
let contact: string;
beforeAll(async () => {
  sandbox = await startSandbox({ app: true, developmentTokens: true });
  contact = await create(sandbox, 'contacts', { lastname: 'Mendes' });
});
afterAll(() => sandbox.close());

const api = '/api/data/v9.2';

/** A request under a name of choice, which fetch does not allow. @returns the status */
function askUnder(host: string, path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-length': '0', ...ownPage };
    request(sandbox.url + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('a name that leads to this machine', () => {
  it.each([
    ['localhost:5800', true],
    ['127.0.0.1:5800', true],
    ['[::1]:5800', true],
    ['192.168.1.20', true],
    ['sandbox:5800', true],
    ['host.docker.internal:5800', true],
    ['elsewhere.example', false],
    ['127.0.0.1.elsewhere.example:5800', false],
    ['localhost.elsewhere.example', false],
    ['local', true],
    ['evil.local.com', false],
    ['', false],
    [undefined, false],
  ])('%s is its own: %s', (host, own) => {
    expect(isOwnName(host)).toBe(own);
  });

  it('but is of somebody else gets nothing: neither pages, nor a session, nor rows', async () => {
    const host = 'rebound.elsewhere.example:5800';
    expect(await askUnder(host, '/sign-in')).toBe(421);
    expect(await askUnder(host, '/sign-in', 'POST')).toBe(421);
    expect(await askUnder(host, `${api}/WhoAmI`)).toBe(421);
    expect(await askUnder('localhost', '/sign-in')).toBe(200);
  });
});

describe('a session', () => {
  it('is never one that the browser brought along', async () => {
    const chosen = 'A'.repeat(43);
    const answer = await browser(sandbox).open('/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `sandbox-session=${chosen}`,
        ...ownPage,
      },
      body: 'user=manager',
    });
    expect(answer.headers.getSetCookie().join()).not.toContain(chosen);
    const fixed = { cookie: `sandbox-session=${chosen}` };
    expect((await browser(sandbox).open(`${api}/WhoAmI`, { headers: fixed })).status).toBe(401);
  });

  it.each(['GET', 'HEAD'])('cannot be begun or ended with %s', async (method) => {
    const visitor = await signedInAs(sandbox, 'manager');
    const answers = [
      await visitor.open('/sign-in?user=admin', { method }),
      await visitor.open('/sign-out', { method }),
    ];
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect((await visitor.open('/main.aspx')).status).toBe(200);
  });
});

describe('what one person was told', () => {
  it.each([`${api}/WhoAmI`, `${api}/contacts?$top=1`, '/main.aspx', '/sign-in', '/nothing'])(
    '%s is kept by no browser',
    async (path) => {
      const visitor = await signedInAs(sandbox, 'manager');
      expect((await visitor.open(path)).headers.get('cache-control')).toBe('no-store');
    },
  );

  it('of a row, though it has an etag, is kept by no browser: who comes next may see other columns', async () => {
    const visitor = await signedInAs(sandbox, 'admin');
    const { headers } = await visitor.open(`${api}/contacts(${contact})?$select=lastname`);
    expect([headers.get('cache-control'), headers.has('etag')]).toEqual(['no-store', true]);
  });

  it('of the app is of no use to the next: the etag is of the content, and asked about each time', async () => {
    const manager = await signedInAs(sandbox, 'manager');
    const { headers } = await manager.open('/app/definition');
    const known = { 'if-none-match': headers.get('etag') ?? '' };
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual([
      'private, no-cache',
      'cookie, accept-encoding',
    ]);
    const reader = await signedInAs(sandbox, 'reader');
    const other = await reader.open('/app/definition', { headers: known });
    expect([other.status, await other.json()]).toMatchObject([200, { user: { name: 'Rolf Reader' } }]);
    await manager.post('/sign-out', {});
    const nobody = await manager.open('/app/definition', { headers: known });
    expect([nobody.status, await nobody.text(), nobody.headers.get('cache-control')]).toEqual([
      401,
      '',
      'no-store',
    ]);
  });
});

describe('who has not signed in', () => {
  it.each([
    '/app/definition',
    '/WebResources/inv_/js/contact.js',
    '/WebResources/inv_/nothing',
    `${api}/`,
    `${api}/$metadata`,
    `${api}/contacts`,
    `${api}/WhoAmI`,
  ])('%s tells nothing, not even whether it is there', async (path) => {
    const answer = await browser(sandbox).open(path);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/contact|Mendes/i);
  });
});

describe('the address to return to', () => {
  const markup = `/main.aspx?x='><script>alert(1)</script>`;

  it('is text on the sign-in page', async () => {
    const path = `/sign-in?return=${encodeURIComponent(markup)}`;
    const page = await (await browser(sandbox).open(path)).text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&#x27;&gt;&lt;script&gt;');
  });

  it.each([
    '/main.aspx?x=%0d%0aset-cookie:%20a=b',
    '/\\elsewhere.example/main.aspx',
    '//elsewhere.example/main.aspx',
    '/main.aspx\u0000//elsewhere.example',
    '/main.aspx@elsewhere.example',
    '/MAIN.ASPX/../../elsewhere',
    'javascript:alert(1)',
  ])('%j leads to the app, and adds no header', async (wanted) => {
    const answer = await browser(sandbox).post('/sign-in', { user: 'reader', return: wanted });
    expect(new URL(answer.headers.get('location') ?? '', sandbox.url)).toMatchObject({
      origin: sandbox.url,
      pathname: '/main.aspx',
    });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  });

  it('given twice is none', async () => {
    const page = await browser(sandbox).open('/sign-in?return=/main.aspx&return=//elsewhere.example');
    expect(await page.text()).toContain("value='/main.aspx'");
  });
});
