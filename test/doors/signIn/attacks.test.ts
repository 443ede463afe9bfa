import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { ProviderConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { SignIn, SignInState } from '../../../plugins/doors/signIn/signIn.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { forged, signed, startEvilProvider, type EvilProvider, type Lies } from './evilProvider.js';
import { configured, watched, type Watched } from './watched.js';

let evil: EvilProvider;

beforeAll(async () => {
  evil = await startEvilProvider();
});

afterAll(() => evil.close());

const wish = { choose: false, language: 'en' };
/** Long enough to sign with. */
const clientSecret = 'a secret that an attacker who is a client, or has found it, could know';
const config = (): ProviderConfig => configured(evil.url, { clientSecret });

/** Signs in at the evil provider, with the nonce of this sign-in in its token unless it lies about that too. */
async function finishWith(
  lies: Lies,
  {
    signIn = watched([config()]).signIn,
    answer = {},
  }: { readonly signIn?: SignIn; readonly answer?: Readonly<Record<string, string>> } = {},
): Promise<Visitor> {
  evil.lie(lies);
  const { state } = await signIn.begin('sandbox', wish);
  evil.lie({ ...lies, claims: { nonce: state.nonce, ...lies.claims } });
  return signIn.finish('sandbox', answerTo(state, answer), state);
}

const answerTo = ({ state }: SignInState, given: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({ code: 'code', state, iss: evil.url, ...given });

/** One security event, one log line, and nothing in it of what was sent. */
function expectAlarm({ counted, logged }: Watched): void {
  expect(counted).toEqual(['security signInRefused']);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatchObject({
    security: 'signInRefused',
    provider: 'sandbox',
    check: expect.anything(),
  });
  expect(JSON.stringify(logged)).not.toMatch(/alice|eyJ|nonce-of-another|http:/i);
}

/** A token that says itself which key it is to be checked with. */
const ownKey = (claims: JWTPayload, key: CryptoKey, jwk: object): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', jwk, kid: 'evil' }).sign(key);

const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;

it('signs somebody in when the provider does not lie: the attacks below fail by what they say', async () => {
  expect(await finishWith({})).toEqual({
    issuer: evil.url,
    subject: 'alice',
    verifiedEmail: 'alice@contoso.example',
    provider: 'Contoso',
  });
});

describe('a token is refused that', () => {
  it.each<[string, JWTPayload]>([
    ['has the nonce of another sign-in', { nonce: 'nonce-of-another' }],
    ['has no nonce', { nonce: undefined }],
    ['is for another audience', { aud: 'another' }],
    ['is for another audience, among several', { aud: ['another', 'third'], azp: 'invitations' }],
    ['is for several audiences, of which none is named', { aud: ['invitations', 'another'] }],
    ['was made for another party', { azp: 'another' }],
    ['comes from another issuer', { iss: 'https://login.contoso.example' }],
    ['comes from no issuer', { iss: undefined }],
    ['has expired', { iat: seconds(-900), exp: seconds(-600) }],
    ['never expires', { exp: undefined }],
    ['is of the future', { nbf: seconds(600) }],
    ['names nobody', { sub: undefined }],
  ])('%s', async (_case, claims) => {
    const all = watched([config()]);
    await expect(finishWith({ claims }, all)).rejects.toMatchObject({ code: 'INV_VISITOR_NOT_SIGNED_IN' });
    expectAlarm(all);
  });

  it.each<[string, Lies['token']]>([
    ['has no signature (alg none)', forged({ alg: 'none' }, '')],
    ['has no signature (alg None)', forged({ alg: 'None' }, '')],
    ['has an empty signature', forged({ alg: 'RS256', kid: 'evil' }, '')],
    ['has another signature', forged({ alg: 'RS256', kid: 'evil' }, 'AAAA')],
    ['is signed with another key', (claims, { otherKey }) => signed('RS256', otherKey)(claims, evil)],
    ['is signed with a key nobody has', (claims, { key }) => signed('RS256', key, 'unknown')(claims, evil)],
    ['is signed with the client secret', signed('HS256', new TextEncoder().encode(clientSecret))],
    [
      'is signed with the public key as a secret',
      (claims, { publicKey }) =>
        signed('HS256', new TextEncoder().encode(JSON.stringify(publicKey)))(claims, evil),
    ],
    ['brings its own key', (claims, { otherKey, publicKey }) => ownKey(claims, otherKey, publicKey)],
    ['is no token', () => 'token'],
    ['is encrypted to nobody', () => 'a.b.c.d.e'],
  ])('%s', async (_case, token) => {
    const all = watched([config()]);
    await expect(finishWith({ token }, all)).rejects.toMatchObject({ code: 'INV_VISITOR_NOT_SIGNED_IN' });
    expectAlarm(all);
  });

  it('is missing', async () => {
    const all = watched([config()]);
    const tokens: Lies['tokens'] = (reply) => reply.send({ access_token: 'access', token_type: 'Bearer' });
    await expect(finishWith({ tokens }, all)).rejects.toMatchObject({ code: 'INV_VISITOR_NOT_SIGNED_IN' });
    expectAlarm(all);
  });

  it('has no address, and the userinfo endpoint speaks of somebody else', async () => {
    const all = watched([config()]);
    const lies = {
      claims: { email: undefined },
      userInfo: { sub: 'bob', email: 'bob@contoso.example', email_verified: true },
    };
    await expect(finishWith(lies, all)).rejects.toMatchObject({ code: 'INV_VISITOR_NOT_SIGNED_IN' });
    expectAlarm(all);
  });
});

describe('an answer is refused', () => {
  it.each([
    ['from another issuer (RFC 9207)', { iss: 'https://login.contoso.example' }],
    ['with the state of another sign-in', { state: 'another' }],
    ['with an id token in the address', { id_token: 'eyJ' }],
  ])('%s', async (_case, answer) => {
    const all = watched([config()]);
    await expect(finishWith({}, { ...all, answer })).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expectAlarm(all);
    expect(evil.asked).toEqual([]);
  });

  it.each(['iss', 'state', 'code'])('without %s', async (name) => {
    const all = watched([config()]);
    evil.lie({});
    const { state } = await all.signIn.begin('sandbox', wish);
    const answer = answerTo(state);
    answer.delete(name);
    evil.lie({ claims: { nonce: state.nonce } });
    await expect(all.signIn.finish('sandbox', answer, state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expectAlarm(all);
    expect(evil.asked).toEqual([]);
  });

  it.each(['iss', 'state', 'code'])('that says %s twice', async (name) => {
    const all = watched([config()]);
    evil.lie({});
    const { state } = await all.signIn.begin('sandbox', wish);
    const answer = answerTo(state);
    answer.append(name, answer.get(name) ?? '');
    await expect(all.signIn.finish('sandbox', answer, state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expectAlarm(all);
  });

  it('in a browser that has begun no sign-in, or one too long ago', async () => {
    const all = watched([config()]);
    evil.lie({});
    const { state } = await all.signIn.begin('sandbox', wish);
    evil.lie({ claims: { nonce: state.nonce } });
    await expect(all.signIn.finish('sandbox', answerTo(state), undefined)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expectAlarm(all);
    expect(evil.asked).toEqual([]);
  });

  it('in a browser that has begun another one', async () => {
    const all = watched([config()]);
    evil.lie({});
    const [mine, theirs] = [await all.signIn.begin('sandbox', wish), await all.signIn.begin('sandbox', wish)];
    evil.lie({ claims: { nonce: mine.state.nonce } });
    await expect(all.signIn.finish('sandbox', answerTo(theirs.state), mine.state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expectAlarm(all);
    expect(evil.asked).toEqual([]);
  });

  it('at the redirect address of another provider (mix-up)', async () => {
    const all = watched([config(), configured('https://login.contoso.example', { id: 'honest' })]);
    evil.lie({});
    const { state } = await all.signIn.begin('sandbox', wish);
    evil.lie({});
    await expect(all.signIn.finish('honest', answerTo(state), state)).rejects.toMatchObject({
      code: 'INV_VISITOR_NOT_SIGNED_IN',
    });
    expect(all.counted).toEqual(['security signInRefused']);
    expect(evil.asked).toEqual([]);
  });

  it.each(['call +1 555 0100', 'constructor', '__proto__'])(
    'with the error %s, and none of its words is shown',
    async (error) => {
      const all = watched([config()]);
      const answer = { error, error_description: '<b>call us</b>' };
      await expect(finishWith({}, { ...all, answer })).rejects.toMatchObject({
        code: 'INV_VISITOR_NOT_SIGNED_IN',
        details: { provider: 'Contoso', reason: 'the provider did not allow it' },
      });
      expect(JSON.stringify(all.logged)).not.toContain('call');
    },
  );
});
