import { describe, expect, it } from '@jest/globals';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { fakeRedemptions } from './fakes.js';
import { browse, link, openPage, type Browser } from './openPage.js';

const forms = ['/register', '/sign-in', '/redeem', '/ask', '/sign-out'];

/** Redemptions that must not be asked for anything that writes. */
const untouchable = () =>
  fakeRedemptions({
    redeem: () => Promise.reject(new Error('redeemed')),
    askForNew: () => Promise.reject(new Error('asked')),
  });

async function signedIn(): Promise<Browser> {
  const browser = await openPage({ redemptions: untouchable() });
  await browser.follow();
  await browser.signIn();
  return browser;
}

describe('a form is refused', () => {
  const fields = { provider: 'contoso', code: 'another' };

  it.each(forms)('by %s without the token of the page', async (path) => {
    const browser = await signedIn();
    const before = new Map(browser.cookies);
    const answer = await browser.post(path, { ...fields, token: '' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain(english.formTitle);
    expect(answer.cookies).toEqual([]);
    expect(browser.cookies).toEqual(before);
    expect(browser.log).toContainEqual(expect.objectContaining({ security: 'formRefused', route: path }));
  });

  it.each(forms)('by %s with the token of another browser', async (path) => {
    const browser = await signedIn();
    const other = browse(browser.app);
    const { body } = await other.follow();
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    expect((await browser.post(path, { ...fields, token })).statusCode).toBe(403);
  });

  it.each(forms)('by %s from another site', async (path) => {
    const browser = await signedIn();
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await browser.post(path, fields, crossSite)).statusCode).toBe(403);
  });

  it.each(forms)('by %s as JSON', async (path) => {
    const browser = await signedIn();
    const answer = await browser.post(path, fields, { 'content-type': 'application/json' });
    expect(answer.statusCode).toBe(415);
  });

  it.each(forms)('by %s when it is larger than a form of the page', async (path) => {
    const browser = await signedIn();
    expect((await browser.post(path, { code: 'a'.repeat(9000) })).statusCode).toBe(413);
  });

  it('when another link has been opened since: it is not taken for that one', async () => {
    const browser = await openPage({ redemptions: untouchable() });
    await browser.follow();
    const { body } = await browser.signIn();
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    await browser.get('/register?invitation=another');
    expect((await browser.post('/redeem', { token })).statusCode).toBe(403);
  });

  it('when the page was open for too long', async () => {
    let moment = Date.now();
    const browser = await openPage({ now: () => new Date(moment) });
    await browser.follow();
    moment += 31 * 60_000;
    const answer = await browser.post('/sign-in', { provider: 'contoso' });
    expect([answer.statusCode, answer.body.includes(english.formTitle)]).toEqual([403, true]);
    // That is no attack.
    expect(browser.log.filter(({ security }) => security)).toEqual([]);
  });

  it('when the browser keeps no cookies, and says so', async () => {
    const browser = await openPage();
    await browser.get(link);
    browser.cookies.clear();
    const page = await browser.get('/register');
    expect(page.body).toContain('data-state="code"');
    browser.cookies.clear();
    const answer = await browser.post('/register', { code: 'thecode123' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain(english.cookiesTitle);
  });
});

it('a form with nobody signed in leads back to the page', async () => {
  const browser = await openPage({ redemptions: untouchable() });
  await browser.follow();
  for (const path of ['/redeem', '/ask']) {
    const { statusCode, headers } = await browser.post(path);
    expect([path, statusCode, headers.location]).toEqual([path, 303, '/register']);
  }
});
