import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { browser, signedInAs, type Browser } from './browser.js';

let sandbox: Sandbox;
let manager: Browser;
beforeAll(async () => {
  sandbox = await startSandbox({ app: true, developmentTokens: true });
  manager = await signedInAs(sandbox, 'manager');
});
afterAll(() => sandbox.close());

describe('every answer', () => {
  it.each([
    '/',
    '/sign-in',
    '/main.aspx',
    '/app/definition',
    '/app/main.js',
    '/app/main.css',
    '/app/tokens.css',
    '/favicon.ico',
    '/WebResources/nothing',
    '/api/data/v9.2/WhoAmI',
    '/nothing',
  ])('%s has a strict policy, signed in or not', async (path) => {
    for (const visitor of [manager, browser(sandbox)]) {
      const { headers } = await visitor.open(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "frame-ancestors 'self'",
        ]),
      );
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('the page', () => {
  it('leads from / to the app, and to sign in first', async () => {
    const visitor = browser(sandbox);
    expect((await visitor.open('/')).headers.get('location')).toBe('/main.aspx');
    expect((await visitor.open('/main.aspx')).headers.get('location')).toBe('/sign-in?return=%2Fmain.aspx');
  });

  it('is a shell in the language of who is signed in', async () => {
    const text = await (await manager.open('/main.aspx?pagetype=entitylist&etn=contact')).text();
    expect(text).toMatch(/^<!doctype html>\n<html lang='en'>/);
    expect(text).toContain("<script type='module' src='/app/main.js'></script>");
    expect(text).not.toMatch(/ style=|<style| on\w+=/);
  });
});

describe('the client', () => {
  it.each([
    ['/app/main.js', 'text/javascript; charset=utf-8', /sourceMappingURL=main\.js\.map/],
    ['/app/main.css', 'text/css; charset=utf-8', /var\(--color/],
    ['/app/main.js.map', 'application/json; charset=utf-8', /main\.tsx/],
    ['/app/tokens.css', 'text/css; charset=utf-8', /--colorBrandBackground: #0f6cbd;/],
    ['/app/sign-in.css', 'text/css; charset=utf-8', /var\(--colorNeutralBackground1\)/],
    ['/favicon.ico', 'image/svg+xml; charset=utf-8', /<svg/],
  ])('%s is %s, and is sent once', async (path, type, content) => {
    const first = await browser(sandbox).open(path);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, type]);
    expect(await first.text()).toMatch(content);
    const etag = first.headers.get('etag') ?? '';
    const again = await browser(sandbox).open(path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('the definition', () => {
  it('is told to who is signed in alone', async () => {
    expect((await browser(sandbox).open('/app/definition')).status).toBe(401);
    const answer = await manager.open('/app/definition');
    expect(await answer.json()).toMatchObject({
      user: { name: 'Mia Manager', languageCode: 1033 },
      app: { uniqueName: 'inv_ContactInvitations' },
    });
    const etag = answer.headers.get('etag') ?? '';
    expect((await manager.open('/app/definition', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, gzip;q=0.5', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
  ])('to who takes %s is encoded as %s', async (accepted, encoding) => {
    const answer = await manager.open('/app/definition', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.json()).toMatchObject({ user: { name: 'Mia Manager' } });
  });
});

describe('a web resource', () => {
  const script = 'inv_/js/contact.js';

  it.each([`/WebResources/${script}`, `/%7B638000000000000000%7D/WebResources/${script}`])(
    '%s is the bytes of the solution',
    async (path) => {
      const answer = await manager.open(path);
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(await answer.text()).toBe(readFileSync(`solution/src/WebResources/${script}`, 'utf8'));
    },
  );

  it.each([
    ['inv_/strings/Invitations.1033.resx', 'text/xml; charset=utf-8'],
    ['inv_/icons/invitation.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s is %s', async (name, type) => {
    const answer = await manager.open(`/WebResources/${name}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  it('is told to who is signed in alone', async () => {
    expect((await browser(sandbox).open(`/WebResources/${script}`)).status).toBe(401);
  });

  it.each([
    '/WebResources/inv_/js/nothing.js',
    '/WebResources/..%2f..%2f..%2fpackage.json',
    '/WebResources/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/WebResources/..\\..\\..\\package.json',
    `/WebResources/${script}.data.xml`,
    `/WebResources/${script}%00`,
    '/WebResources/',
    '/WebResources/constructor',
    `/other/WebResources/${script}`,
  ])('%s is none', async (path) => {
    expect((await manager.open(path)).status).toBe(404);
  });
});
