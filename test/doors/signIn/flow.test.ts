import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProviderConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { SignIn, SignInState } from '../../../plugins/doors/signIn/signIn.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { subjectOf, type Person } from '../../../sandbox/identity/person.js';
import {
  startIdentityProvider,
  type IdentityProvider,
} from '../../../sandbox/identity/startIdentityProvider.js';
import { createBrowser, type Browser, type Shown } from './browser.js';
import { answerOf, configured, doorsUrl, watched } from './watched.js';

const alice: Person = {
  id: 'c0000000-0000-4000-8000-000000000001',
  email: 'alice.nguyen@contoso.example',
  name: 'Alice Nguyen',
  givenName: 'Alice',
  familyName: 'Nguyen',
};
const people: Person[] = [alice];
const redirectUris = ['http://127.0.0.1/signed-in/sandbox'];
const clients = [
  { id: 'invitations', secret: 'sandbox', redirectUris },
  { id: 'open', redirectUris },
];
/** The service's clock; the provider has the same one. */
let now: () => Date = () => new Date();

let contoso: IdentityProvider;
let fabrikam: IdentityProvider;

beforeAll(async () => {
  const contacts = async (): Promise<readonly Person[]> => people;
  contoso = await startIdentityProvider({ port: 0, contacts, clients, now: () => now() });
  fabrikam = await startIdentityProvider({
    port: 0,
    contacts,
    clients: [
      { id: 'invitations', secret: 'sandbox', redirectUris: ['http://127.0.0.1/signed-in/fabrikam'] },
    ],
    claimsIn: 'userinfo',
  });
});

afterAll(async () => {
  await contoso.close();
  await fabrikam.close();
});

interface Begun {
  readonly shown: Shown;
  readonly state: SignInState;
}

async function begin(signIn: SignIn, browser: Browser, provider = 'sandbox', choose = false): Promise<Begun> {
  const { location, state } = await signIn.begin(provider, { choose, language: 'en' });
  return { shown: await browser.open(location, doorsUrl), state };
}

/** All the way: to the provider, through its page, and back. */
async function signInAs(
  fields: Readonly<Record<string, string>>,
  config: ProviderConfig = configured(contoso.url),
): Promise<Visitor> {
  const { signIn } = watched([config], { now: () => now() });
  const browser = createBrowser();
  const { shown, state } = await begin(signIn, browser, config.id);
  const { url } = await browser.submit(shown, fields, doorsUrl);
  return signIn.finish(config.id, answerOf(url), state);
}

describe('signing in', () => {
  it('tells who somebody is who typed an address', async () => {
    const visitor = await signInAs({ email: ' Alice.Nguyen@contoso.example ' });
    expect(visitor).toEqual({
      issuer: contoso.url,
      subject: subjectOf(alice),
      verifiedEmail: 'alice.nguyen@contoso.example',
      name: 'Alice Nguyen',
      givenName: 'Alice',
      familyName: 'Nguyen',
      provider: 'Contoso',
    });
  });

  it('asks the userinfo endpoint where the id token has no address', async () => {
    const visitor = await signInAs(
      { person: alice.id },
      configured(fabrikam.url, { id: 'fabrikam', name: 'Fabrikam' }),
    );
    expect(visitor).toMatchObject({ verifiedEmail: alice.email, name: 'Alice Nguyen', issuer: fabrikam.url });
  });

  it.each(['openid profile', 'openid'])('asks for no address with the scopes %s', async (scopes) => {
    const visitor = await signInAs(
      { person: alice.id },
      configured(fabrikam.url, { id: 'fabrikam', scopes }),
    );
    expect(visitor).toEqual({ issuer: fabrikam.url, subject: subjectOf(alice), provider: 'Contoso' });
  });

  it('works without a secret, for a public client', async () => {
    const open = configured(contoso.url, { clientId: 'open', clientSecret: undefined });
    expect(await signInAs({ person: alice.id }, open)).toMatchObject({ subject: subjectOf(alice) });
  });

  it('believes no address that the provider does not vouch for', async () => {
    const visitor = await signInAs({ person: alice.id, unverified: 'yes' });
    expect(visitor).not.toHaveProperty('verifiedEmail');
    expect(visitor.subject).toBe(subjectOf(alice));
  });

  it.each([-3, 3])('holds at the time of the service, %s years from that of the machine', async (years) => {
    now = () => new Date(Date.now() + years * 365 * 24 * 3_600_000);
    try {
      expect(await signInAs({ person: alice.id })).toMatchObject({ subject: subjectOf(alice) });
    } finally {
      now = () => new Date();
    }
  });

  it('is no alarm when somebody cancels', async () => {
    const { signIn, counted } = watched([configured(contoso.url)]);
    const browser = createBrowser();
    const { shown, state } = await begin(signIn, browser);
    const { url } = await browser.submit(shown, { cancel: 'yes' }, doorsUrl);
    await expect(signIn.finish('sandbox', answerOf(url), state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
      details: { provider: 'Contoso', reason: 'it was cancelled' },
    });
    expect(counted).toEqual([]);
  });

  it('goes straight through for somebody who is signed in, unless they want to choose', async () => {
    const { signIn } = watched([configured(contoso.url)]);
    const browser = createBrowser();
    const first = await begin(signIn, browser);
    await browser.submit(first.shown, { person: alice.id }, doorsUrl);
    const again = await begin(signIn, browser);
    expect(again.shown.url).toContain(`${doorsUrl}/signed-in/sandbox?code=`);
    expect(await signIn.finish('sandbox', answerOf(again.shown.url), again.state)).toMatchObject({
      subject: subjectOf(alice),
    });
    const another = await begin(signIn, browser, 'sandbox', true);
    expect(another.shown).toMatchObject({ status: 200, text: expect.stringContaining('Or choose a person') });
  });

  it('takes a code once, and an answer with it', async () => {
    const { signIn, counted } = watched([configured(contoso.url)]);
    const browser = createBrowser();
    const { shown, state } = await begin(signIn, browser);
    const { url } = await browser.submit(shown, { person: alice.id }, doorsUrl);
    await signIn.finish('sandbox', answerOf(url), state);
    await expect(signIn.finish('sandbox', answerOf(url), state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
      details: { provider: 'Contoso', reason: 'the provider does not know this sign-in' },
    });
    expect(counted).toEqual(['security signInRefused']);
  });

  it('takes no code that was made for another sign-in, though the state is right', async () => {
    const { signIn, counted } = watched([configured(contoso.url)]);
    const thief = createBrowser();
    const stolen = await begin(signIn, thief);
    const { url } = await thief.submit(stolen.shown, { person: alice.id }, doorsUrl);
    const victim = await begin(signIn, createBrowser());
    const injected = answerOf(url);
    injected.set('state', victim.state.state);
    await expect(signIn.finish('sandbox', injected, victim.state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expect(counted).toEqual(['security signInRefused']);
  });

  it('keeps two providers apart that one browser is at in the same minute', async () => {
    const { signIn } = watched([
      configured(contoso.url),
      configured(fabrikam.url, { id: 'fabrikam', name: 'Fabrikam' }),
    ]);
    const browser = createBrowser();
    const atContoso = await begin(signIn, browser);
    const atFabrikam = await begin(signIn, browser, 'fabrikam');
    const fromContoso = await browser.submit(atContoso.shown, { person: alice.id }, doorsUrl);
    const fromFabrikam = await browser.submit(atFabrikam.shown, { person: alice.id }, doorsUrl);
    const visitors = [
      await signIn.finish('sandbox', answerOf(fromContoso.url), atContoso.state),
      await signIn.finish('fabrikam', answerOf(fromFabrikam.url), atFabrikam.state),
    ];
    expect(visitors.map(({ issuer }) => issuer)).toEqual([contoso.url, fabrikam.url]);
  });

  it('asks for what keeps a code from being of use to anybody else', async () => {
    const { signIn } = watched([configured(contoso.url)]);
    const { location, state } = await signIn.begin('sandbox', { choose: true, language: 'fr' });
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      redirect_uri: `${doorsUrl}/signed-in/sandbox`,
      code_challenge_method: 'S256',
      state: state.state,
      nonce: state.nonce,
      ui_locales: 'fr',
      prompt: 'select_account',
    });
    expect(location).not.toContain(state.codeVerifier);
    const other = await signIn.begin('sandbox', { choose: false, language: 'fr' });
    for (const secret of ['state', 'nonce', 'codeVerifier'] as const) {
      expect(other.state[secret]).not.toBe(state[secret]);
      expect(state[secret].length).toBeGreaterThanOrEqual(43);
    }
    expect(new URL(other.location).searchParams.has('prompt')).toBe(false);
  });

  it('knows no provider that is not configured', async () => {
    const { signIn } = watched([configured(contoso.url)]);
    const wish = { choose: false, language: 'en' };
    await expect(signIn.begin('other', wish)).rejects.toMatchObject({ code: 'INV_PROVIDER_UNKNOWN' });
    await expect(signIn.finish('__proto__', new URLSearchParams(), undefined)).rejects.toMatchObject({
      code: 'INV_PROVIDER_UNKNOWN',
    });
  });
});
