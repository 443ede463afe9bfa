import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from '../server/webApi.js';
import { browser, signedInAs } from './browser.js';

const readerId = '5a5d0000-0000-4000-8000-000000000013';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ app: true, developmentTokens: true });
});
afterAll(() => sandbox.close());

describe('the sign-in page', () => {
  it('offers the three people with what each may do and the roles each has', async () => {
    const page = await (await browser(sandbox).open('/sign-in')).text();
    const offered = [...page.matchAll(/value='(\w+)'>\s*<span class='name'>([^<]+)</g)].map(
      ([, ...who]) => who,
    );
    expect(offered).toEqual([
      ['admin', 'Ada Admin'],
      ['manager', 'Mia Manager'],
      ['reader', 'Rolf Reader'],
    ]);
    for (const role of ['System Administrator', 'Basic User', 'Read Only']) expect(page).toContain(role);
    expect(page).not.toMatch(/<script|<style| style=/);
  });

  it('leads to the page one wanted to see', async () => {
    const visitor = browser(sandbox);
    const wanted = '/main.aspx?pagetype=entitylist&etn=contact';
    const sent = await visitor.open(wanted);
    expect(sent).toMatchObject({ status: 302 });
    const location = sent.headers.get('location') ?? '';
    expect(await (await visitor.open(location)).text()).toContain(
      "value='/main.aspx?pagetype&#x3D;entitylist&amp;etn&#x3D;contact'",
    );
    const answer = await visitor.post('/sign-in', { user: 'manager', return: wanted });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, wanted]);
    expect((await visitor.open(wanted)).status).toBe(200);
  });

  it.each([
    'https://elsewhere.example/main.aspx',
    '//elsewhere.example/main.aspx',
    '/main.aspx.elsewhere.example',
    '/main.aspx?a\r\nset-cookie: b=c',
    '/sign-out',
  ])('does not lead to %j', async (wanted) => {
    const answer = await browser(sandbox).post('/sign-in', { user: 'reader', return: wanted });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/main.aspx']);
  });
});

describe('signing in', () => {
  it('gives a cookie that no script can read and no other site can use', async () => {
    const answer = await browser(sandbox).post('/sign-in', { user: 'manager' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^sandbox-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('is another session each time, and ends the one before', async () => {
    const visitor = browser(sandbox);
    const [first = ''] = (await visitor.post('/sign-in', { user: 'manager' })).headers.getSetCookie();
    const [second = ''] = (await visitor.post('/sign-in', { user: 'reader' })).headers.getSetCookie();
    expect(second).not.toBe(first);
    const old = await browser(sandbox).open('/api/data/v9.2/WhoAmI', {
      headers: { cookie: first.replace(/;.*/s, '') },
    });
    expect(old.status).toBe(401);
  });

  it.each(['nobody', 'service', 'constructor', ''])('is refused to %j', async (user) => {
    const answer = await browser(sandbox).post('/sign-in', { user });
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toContain('There is no such person.');
  });

  it('is refused to a user who is disabled, and ends what a session may do', async () => {
    const visitor = await signedInAs(sandbox, 'reader');
    const disable = (isdisabled: boolean) =>
      call(sandbox, 'PATCH', `systemusers(${readerId})`, { body: { isdisabled } });
    expect((await disable(true)).status).toBe(204);
    const again = await browser(sandbox).post('/sign-in', { user: 'reader' });
    const statuses = [
      again.status,
      (await visitor.open('/main.aspx')).status,
      (await visitor.open('/app/definition')).status,
      (await visitor.open('/api/data/v9.2/WhoAmI')).status,
    ];
    await disable(false);
    expect(await again.text()).toContain('Rolf Reader cannot sign in. The specified user is disabled.');
    expect(statuses).toEqual([403, 302, 401, 403]);
  });

  it('ends by signing out', async () => {
    const visitor = await signedInAs(sandbox, 'manager');
    const answer = await visitor.post('/sign-out', {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await visitor.open('/main.aspx')).status).toBe(302);
  });

  it.each(['/sign-in', '/sign-out'])('POST %s is refused from another origin', async (path) => {
    const origins: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://127.0.0.1:5801' },
      { origin: 'null' },
      {},
    ];
    const answers = await Promise.all(
      origins.map((headers) => browser(sandbox).post(path, { user: 'admin' }, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });
});

it('needs development tokens', async () => {
  await expect(startSandbox({ app: true })).rejects.toThrow('it needs development tokens');
});
