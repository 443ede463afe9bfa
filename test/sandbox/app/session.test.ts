import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from '../server/webApi.js';
import { browser, ownPage, signedInAs, type BrowserRequest } from './browser.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ app: true, developmentTokens: true });
});
afterAll(() => sandbox.close());

const api = '/api/data/v9.2';
const contacts = async (): Promise<string> => (await call(sandbox, 'GET', 'contacts/$count')).text;
const newContact = (headers: Readonly<Record<string, string>>): BrowserRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"lastname":"Made in the browser"}',
});

describe('the Web API in the browser', () => {
  it('knows who is signed in by the cookie', async () => {
    const visitor = await signedInAs(sandbox, 'manager');
    const answer = (await (await visitor.open(`${api}/WhoAmI`)).json()) as Record<string, unknown>;
    expect(answer['UserId']).toBe('5a5d0000-0000-4000-8000-000000000012');
  });

  it('answers 401 without a cookie, and to one it never gave', async () => {
    expect((await browser(sandbox).open(`${api}/WhoAmI`)).status).toBe(401);
    const forged = { cookie: `sandbox-session=${'A'.repeat(43)}` };
    expect((await browser(sandbox).open(`${api}/WhoAmI`, { headers: forged })).status).toBe(401);
  });

  it('listens to a bearer token before the cookie', async () => {
    const visitor = await signedInAs(sandbox, 'manager');
    const wrong = await visitor.open(`${api}/WhoAmI`, { headers: { authorization: 'Bearer nobody' } });
    const reader = await visitor.open(`${api}/WhoAmI`, { headers: { authorization: 'Bearer dev-reader' } });
    expect(wrong.status).toBe(401);
    expect(((await reader.json()) as Record<string, unknown>)['UserId']).toMatch(/13$/);
  });

  it('keeps to the privileges of who is signed in', async () => {
    const reader = await signedInAs(sandbox, 'reader');
    expect((await reader.open(`${api}/contacts`, newContact(ownPage))).status).toBe(403);
  });

  it.each([
    ['a page of its own', () => ownPage],
    ['a page of its own, where the browser says no more than its origin', () => ({ origin: sandbox.url })],
  ])('takes a change from %s', async (_page, headers) => {
    const visitor = await signedInAs(sandbox, 'manager');
    expect((await visitor.open(`${api}/contacts`, newContact(headers()))).status).toBe(204);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:5801' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['a page whose origin is hidden', { origin: 'null' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['what is no browser', {}],
  ])('refuses a change that %s asks for with the cookie', async (_page, headers) => {
    const visitor = await signedInAs(sandbox, 'manager');
    const before = await contacts();
    const statuses = [
      (await visitor.open(`${api}/contacts`, newContact(headers))).status,
      (await visitor.open(`${api}/$batch`, { method: 'POST', headers, body: '' })).status,
    ];
    expect(statuses).toEqual([401, 401]);
    expect(await contacts()).toBe(before);
  });
});

describe('the cookie', () => {
  it('counts only where the app is', async () => {
    const plain = await startSandbox({ developmentTokens: true });
    const statuses = [
      (await browser(plain).open('/sign-in')).status,
      (await browser(plain).open('/main.aspx')).status,
    ];
    await plain.close();
    expect(statuses).toEqual([404, 404]);
  });
});
