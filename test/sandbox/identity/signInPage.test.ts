import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createBrowser } from '../../doors/signIn/browser.js';
import type { Person } from '../../../sandbox/identity/person.js';
import {
  startIdentityProvider,
  type IdentityProvider,
} from '../../../sandbox/identity/startIdentityProvider.js';

const redirectUri = 'http://127.0.0.1:4711/signed-in/sandbox';
const sample: readonly Person[] = [
  { id: '1', name: 'Alice Nguyen', email: 'alice@contoso.example' },
  { id: '2', name: 'Zoë Ångström', email: 'zoe@contoso.example' },
  { id: '3', name: '<script>alert("Bob")</script>', email: 'bob@contoso.example' },
];
let people = async (): Promise<readonly Person[]> => sample;
let asked = 0;
let defects: unknown[] = [];
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider({
    port: 0,
    name: 'Contoso',
    contacts: () => {
      asked += 1;
      return people();
    },
    clients: [{ id: 'invitations', secret: 'x', redirectUris: ['http://127.0.0.1/signed-in/sandbox'] }],
    onDefect: (error) => defects.push(error),
  });
});
afterAll(() => provider.close());
beforeEach(() => {
  people = async () => sample;
  asked = 0;
  defects = [];
});

const request = (given: Readonly<Record<string, string>> = {}): string =>
  `${provider.url}/auth?${new URLSearchParams({
    client_id: 'invitations',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: redirectUri,
    state: 'state',
    nonce: 'nonce',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...given,
  }).toString()}`;

/** Begins a sign-in: the address of the page, and the cookies of the browser. */
async function begin(): Promise<{ readonly page: string; readonly cookie: string }> {
  const response = await fetch(request(), { redirect: 'manual' });
  const page = new URL(response.headers.get('location') ?? '', provider.url).href;
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { page, cookie };
}

async function post(fields: Readonly<Record<string, string>>): Promise<Response> {
  const { page, cookie } = await begin();
  const body = new URLSearchParams(fields);
  return fetch(page, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
}

describe('the sign-in page', () => {
  it('lists the people of this moment, and their names are text', async () => {
    const { page, cookie } = await begin();
    expect(asked).toBe(0);
    const response = await fetch(page, { headers: { cookie } });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('3 people');
    expect(html).toContain('Zoë Ångström');
    expect(html).toContain('&lt;script&gt;alert');
    expect(html).not.toContain('<script');
    expect(asked).toBe(1);
    people = async () => sample.slice(0, 1);
    expect(await (await fetch(page, { headers: { cookie } })).text()).toContain('1 person');
  });

  it('filters them without a script', async () => {
    const { page, cookie } = await begin();
    const html = await (await fetch(`${page}?filter=angstrom`, { headers: { cookie } })).text();
    expect(html).toContain('1 person');
    expect(html).toContain('zoe@contoso.example');
    expect(html).not.toContain('alice@contoso.example');
    expect(html).toMatch(/value=['"]angstrom['"]/);
  });

  it('loads nothing from elsewhere, and nothing may be loaded', async () => {
    const { page, cookie } = await begin();
    const response = await fetch(page, { headers: { cookie } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'report-sample'; style-src 'self'; img-src data:; form-action 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const files = [...(await response.text()).matchAll(/(?:href|src)=['"]([^'"]*)/g)].map(([, file]) => file);
    expect(files).toEqual(['data:,', '/sign-in.css']);
    const style = await (await fetch(`${provider.url}/sign-in.css`)).text();
    expect(style).not.toMatch(/@import|url\(/);
  });

  it('sends people back with a code, with the state, and with its issuer', async () => {
    const browser = createBrowser();
    const page = await browser.open(request(), redirectUri);
    const { url } = await browser.submit(page, { email: 'alice@contoso.example' }, redirectUri);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      code: expect.stringMatching(/^.{20,}$/),
      state: 'state',
      iss: provider.url,
    });
  });

  it('says what is wrong, and keeps what was typed', async () => {
    const response = await post({ email: '"><b>eve', unverified: 'yes' });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toMatch(/role=['"]alert['"]>Nobody here has this address/);
    expect(html).toContain('&quot;&gt;&lt;b&gt;eve');
    expect(html).toMatch(/name=['"]unverified['"][^>]* checked/);
    expect(defects).toEqual([]);
  });

  it('opens the fields of somebody else where something is missing in them', async () => {
    expect(await (await post({ name: 'Eve' })).text()).toMatch(/<details open>/);
    expect(await (await post({})).text()).not.toMatch(/<details open>/);
  });

  it.each([
    ['a field twice', 'email=a&email=b'],
    ['a text without end', `email=${'a'.repeat(301)}`],
  ])('refuses %s', async (_case, body) => {
    const { page, cookie } = await begin();
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(page, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
    expect(defects).toEqual([]);
  });

  it('is for the browser that began alone', async () => {
    const { page } = await begin();
    const response = await fetch(page);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('was begun in another browser');
    expect(asked).toBe(0);
  });

  it('tells a defect, and shows none of it, when the contacts cannot be read', async () => {
    people = () => Promise.reject(new Error('secret detail'));
    const { page, cookie } = await begin();
    const response = await fetch(page, { headers: { cookie } });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
    expect(defects).toEqual([new Error('secret detail')]);
  });
});

describe('the provider', () => {
  it.each([
    ['another client', { client_id: 'other' }, 'client is invalid'],
    ['a redirect address of somebody else', { redirect_uri: 'https://evil.example/' }, 'redirect_uri'],
    ['a path that was not registered', { redirect_uri: 'http://127.0.0.1:4711/other' }, 'redirect_uri'],
  ])('refuses %s on a page of its own', async (_case, given, words) => {
    const response = await fetch(request(given), { redirect: 'manual' });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('This did not work');
    expect(html).toContain(words);
    expect(html).not.toContain('googleapis');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with a token in the address', { response_type: 'id_token' }],
  ])('refuses to sign anybody in %s', async (_case, given) => {
    const response = await fetch(request(given), { redirect: 'manual' });
    const { pathname, search, hash } = new URL(response.headers.get('location') ?? '');
    expect(pathname).toBe('/signed-in/sandbox');
    expect(search + hash).toMatch(/[?#&]error=/);
    expect(search + hash).not.toMatch(/[?#&](code|id_token)=/);
  });

  it('signs people out, after asking', async () => {
    const browser = createBrowser();
    const page = await browser.open(request(), redirectUri);
    await browser.submit(page, { person: '1' }, redirectUri);
    expect(await browser.open(request(), redirectUri)).toMatchObject({ status: 0 });

    const end = await browser.open(`${provider.url}/session/end`, redirectUri);
    expect(end.text).toContain('Sign out?');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(end.text) ?? [];
    const confirm = { ...end, url: `${provider.url}/session/end/confirm` };
    const done = await browser.submit(confirm, { xsrf, logout: 'yes' }, redirectUri);
    expect(done).toMatchObject({ status: 200, text: expect.stringContaining('You are signed out') });
    expect(await browser.open(request(), redirectUri)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Or choose a person'),
    });
  });

  it('lets the script of the library that signs out who is not signed in, and no other', async () => {
    const { headers } = await fetch(`${provider.url}/session/end`);
    expect(headers.get('content-security-policy')).toMatch(/;script-src 'report-sample' 'sha256-[^;']+';/);
  });

  it('says so when its port is taken', async () => {
    const port = Number(new URL(provider.url).port);
    await expect(startIdentityProvider({ port, contacts: () => people(), clients: [] })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
