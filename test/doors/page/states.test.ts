import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '../../../plugins/doors/page/language/languages.js';
import { english, type TextKey } from '../../../plugins/doors/page/language/texts/english.js';
import { ownTexts } from '../../../plugins/doors/page/language/texts/textsOf.js';
import { browse, openPage } from './openPage.js';
import { signedInStates, statesByCode, strangerStates } from './states.js';

/** Code → status, heading, what has to be offered and what must not. */
const strangers: readonly [string, number, TextKey, string, string][] = [
  ['open', 200, 'openTitle', 'a…a@fabrikam.example', 'action="/redeem"'],
  ['open-group', 200, 'openTitle', '1,200', 'action="/redeem"'],
  ['open-bare', 200, 'openTitle', 'value="google"', '<dl>'],
  ['invalid', 404, 'invalidTitle', 'value="contoso"', 'Fabrikam'],
  ['locked', 429, 'lockedTitle', '10 minutes', 'action="/sign-in"'],
];

const signedIn: readonly [string, number, TextKey, string, string][] = [
  ['welcome', 200, 'openTitle', 'action="/redeem"', 'action="/sign-in"'],
  ['welcome-new', 200, 'openTitle', english.acceptNew, 'action="/sign-in"'],
  ['wrong-account', 403, 'wrongTitle', 'a…a@fabrikam.example', 'action="/redeem"'],
  ['wrong-account-group', 403, 'wrongTitle', 'action="/sign-out"', 'action="/redeem"'],
  ['identity-taken', 403, 'takenTitle', 'action="/sign-out"', 'action="/redeem"'],
  ['inactive', 403, 'inactiveTitle', 'action="/sign-out"', 'action="/redeem"'],
  ['invalid-signed-in', 404, 'invalidTitle', 'action="/sign-out"', 'Fabrikam, Inc.'],
  ['closed-expired', 200, 'closedTitle', 'Friday', 'action="/redeem"'],
  ['closed-inactive', 200, 'closedTitle', english.closedInactive, 'action="/redeem"'],
  ['closed-exhausted', 200, 'closedTitle', 'action="/ask"', 'action="/redeem"'],
  ['closed-asked', 200, 'closedTitle', english.asked, 'action="/ask"'],
  ['redeemed-before', 200, 'beforeTitle', 'Order Approver', '<form'],
];

const heading = (body: string): string => (/<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? '').replace(/<\/?bdi>/g, '');
const filled = (text: string): string => text.replaceAll('{brand}', 'Contoso').replaceAll("'", '&#x27;');

describe('to a stranger', () => {
  it.each(strangers)('a code that is %s: %d', async (code, status, title, offered, absent) => {
    const browser = await openPage({ redemptions: statesByCode() });
    const page = await browser.follow(`/register?invitation=${code}`);
    expect([page.statusCode, heading(page.body)]).toEqual([status, filled(english[title])]);
    expect(page.body).toContain(offered);
    expect(page.body).not.toContain(absent);
  });

  it('who waits for a lock is told for how long', async () => {
    const browser = await openPage({ redemptions: statesByCode() });
    const { headers } = await browser.follow('/register?invitation=locked');
    expect(headers['retry-after']).toBe('580');
  });
});

describe('to somebody who has signed in', () => {
  it.each(signedIn)('a code that is %s: %d', async (code, status, title, offered, absent) => {
    const browser = await openPage({ redemptions: statesByCode() });
    await browser.follow(`/register?invitation=${code}`);
    const page = await browser.signIn();
    expect([page.statusCode, heading(page.body)]).toEqual([status, filled(english[title])]);
    expect(page.body).toContain(offered);
    expect(page.body).not.toContain(absent);
    if (code !== 'redeemed-before') expect(page.body).toContain('<bdi>anna@fabrikam.example</bdi>');
  });
});

describe('every state', () => {
  const codes = [...Object.keys(strangerStates), ...Object.keys(signedInStates)];

  it.each(Object.keys(languages) as Language[])('is whole in %s', async (language) => {
    const { app } = await openPage({ redemptions: statesByCode() });
    for (const code of codes) {
      const browser = browse(app);
      let page = await browser.follow(`/${language}/register?invitation=${code}`);
      if (code in signedInStates) page = await browser.signIn();
      const { body } = page;
      expect([code, body.match(/<html lang="(\w+)"/)?.[1]]).toEqual([code, language]);
      // No braces left, nothing undefined, one heading, labels for every field.
      expect([code, body.match(/[{}]|undefined|\[object|NaN|<bdi><\/bdi>/g)]).toEqual([code, null]);
      expect([code, body.match(/<h1>/g)?.length]).toEqual([code, 1]);
      expect([code, body.includes(ownTexts[language].language)]).toEqual([code, true]);
      // No script, and nothing that is inline.
      expect([code, body.match(/<script|<style| style=| on\w+=|javascript:/gi)]).toEqual([code, null]);
    }
  });

  it('is read aloud in the right language: each choice in its own', async () => {
    const { body } = await (await openPage()).follow();
    for (const [tag, name] of Object.entries(languages)) {
      expect(body).toMatch(new RegExp(`lang="${tag}" hreflang="${tag}"[^>]*>${name}<`));
    }
    expect(body).toMatch(/lang="en" hreflang="en" aria-current="true"/);
  });
});

describe('the last day', () => {
  it('is said with the zone in which it ends', async () => {
    const browser = await openPage({ redemptions: statesByCode() });
    const { body } = await browser.follow('/de/register?invitation=open');
    expect(body).toContain('Freitag, 4. Dezember 2026');
    expect(body).toContain('Mitteleuropäische Normalzeit');
  });
});
