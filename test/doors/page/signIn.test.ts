import { describe, expect, it } from '@jest/globals';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import type { SignIn } from '../../../plugins/doors/signIn/signIn.js';
import { anna, fakeSignIn } from './fakes.js';
import { browse, openPage } from './openPage.js';

const origins = 'https://login.contoso.example';
const form = { provider: 'contoso', origins };
const back = '/signed-in/contoso?code=fromprovider&state=state';
const token = (body: string): string => /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';

const failing = (part: Partial<SignIn>): SignIn => ({ ...fakeSignIn(), ...part });

describe('signing in', () => {
  it('leads to the provider, in the language of the page', async () => {
    const browser = await openPage();
    await browser.follow('/de/register?invitation=thecode123');
    const { statusCode, headers, cookies } = await browser.post('/sign-in', form);
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(
      'https://login.contoso.example/authorize?provider=contoso&choose=false&language=de',
    );
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-sign-in']);
  });

  it('leads by way of a page where the policy of the form does not know the provider yet', async () => {
    const browser = await openPage();
    await browser.follow();
    const { statusCode, headers, body } = await browser.post('/sign-in', { ...form, origins: '' });
    expect(statusCode).toBe(200);
    expect(headers['refresh']).toMatch(/^0; url=https:\/\/login\.contoso\.example\/authorize/);
    expect(body).toContain('href="https://login.contoso.example/authorize');
  });

  it('back at the page, shows who has signed in', async () => {
    const browser = await openPage();
    await browser.follow();
    await browser.post('/sign-in', form);
    const { statusCode, headers, body } = await browser.get(back);
    expect([statusCode, headers.location, body]).toEqual([303, '/register', '']);
    const page = await browser.get('/register');
    for (const text of ['Anna Fischer', 'anna@fabrikam.example', 'Contoso ID']) {
      expect(page.body).toContain(`<bdi>${text}</bdi>`);
    }
  });

  it('gives the page new tokens and cookies, so that none seen before is good', async () => {
    const browser = await openPage();
    const before = token((await browser.follow()).body);
    const journey = browser.cookies.get('__Host-journey');
    const after = token((await browser.signIn()).body);
    expect(after).not.toBe(before);
    expect(browser.cookies.get('__Host-journey')).not.toBe(journey);
    expect(browser.cookies.has('__Host-sign-in')).toBe(false);
    expect((await browser.post('/redeem', { token: before })).statusCode).toBe(403);
  });

  it('hands the state of this browser to the provider’s check, and of no other', async () => {
    const states: unknown[] = [];
    const signIn = failing({
      finish: async (_provider, _answer, state) => {
        states.push(state);
        return anna;
      },
    });
    const browser = await openPage({ signIn });
    await browser.follow();
    await browser.post('/sign-in', form);
    const stranger = browse(browser.app);
    await stranger.get(back);
    await browser.get(back);
    // Good for one sign-in.
    await browser.get(back);
    const own = { provider: 'contoso', state: 'state', nonce: 'nonce', codeVerifier: 'verifier' };
    expect(states).toEqual([undefined, own, undefined]);
  });

  it('without the cookie of the journey asks for the code', async () => {
    const browser = await openPage();
    await browser.follow();
    await browser.post('/sign-in', form);
    browser.cookies.delete('__Host-journey');
    await browser.get(back);
    expect((await browser.get('/register')).body).toContain('data-state="code"');
  });
});

describe('signing in that does not work', () => {
  const refusal = () =>
    Promise.reject(invitationError('INV_VISITOR_NOT_SIGNED_IN', { provider: 'Contoso ID', reason: 'state' }));
  const silence = () =>
    Promise.reject(
      invitationError('INV_PROVIDER_UNREACHABLE', { provider: 'Contoso ID', reason: 'no answer' }),
    );
  const unknown = () => Promise.reject(invitationError('INV_PROVIDER_UNKNOWN'));

  it.each([
    ['is refused', failing({ finish: refusal }), back, english.noticeSignInFailed],
    ['is cancelled', failing({ finish: refusal }), `${back}&error=access_denied`, english.noticeCancelled],
    ['finds the provider silent', failing({ finish: silence }), back, english.noticeUnreachable],
    ['is of no provider', failing({ finish: unknown }), '/signed-in/nobody', english.noticeSignInFailed],
  ])('that %s: the page says so once, and offers it again', async (_, signIn, address, sentence) => {
    const browser = await openPage({ signIn });
    await browser.follow();
    await browser.post('/sign-in', form);
    const { statusCode, headers } = await browser.get(address);
    expect([statusCode, headers.location]).toEqual([303, '/register']);
    const page = await browser.get('/register');
    expect(page.body).toContain(sentence);
    expect(page.body).toContain('action="/sign-in"');
    expect((await browser.get('/register')).body).not.toContain('role="alert"');
    expect(browser.cookies.has('__Host-visitor')).toBe(false);
  });

  it.each([
    ['finds the provider silent', silence, english.noticeUnreachable],
    ['is of no provider', unknown, english.noticeSignInFailed],
  ])('from the start that %s', async (_, begin, sentence) => {
    const browser = await openPage({ signIn: failing({ begin }) });
    await browser.follow();
    expect((await browser.post('/sign-in', form)).headers.location).toBe('/register');
    expect((await browser.get('/register')).body).toContain(sentence);
  });

  it('has a number that the log has, too', async () => {
    const browser = await openPage({ signIn: failing({ finish: refusal }) });
    await browser.follow();
    await browser.post('/sign-in', form);
    await browser.get(back);
    const line = browser.log.find(({ errorCode }) => errorCode === 'INV_VISITOR_NOT_SIGNED_IN');
    expect(line?.['incident']).toMatch(/^[0-9a-f]{8}$/);
    expect((await browser.get('/register')).body).toContain(`<bdi>${String(line?.['incident'])}</bdi>`);
  });

  it('for a reason nobody has thought of is a problem of the service', async () => {
    const browser = await openPage({ signIn: failing({ finish: () => Promise.reject(new Error('odd')) }) });
    await browser.follow();
    const { statusCode, body } = await browser.get(back);
    expect([statusCode, body.includes(english.problemTitle)]).toEqual([500, true]);
    expect(body).not.toContain('odd');
  });
});

it('another account can be used: the provider is asked to let the person choose', async () => {
  const browser = await openPage();
  await browser.follow();
  await browser.signIn();
  expect((await browser.post('/sign-out')).headers.location).toBe('/register');
  expect(browser.cookies.has('__Host-visitor')).toBe(false);
  expect((await browser.get('/register')).body).toContain('action="/sign-in"');
  const { headers } = await browser.post('/sign-in', form);
  expect(headers.location).toContain('choose=true');
});
