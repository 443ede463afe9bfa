import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSeal } from '../../../plugins/doors/sealed/seal.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { sampleSettings } from '../../service/product/settings.js';
import { invited, linksOf, person } from '../../service/redeem/visitors/people.js';
import { doorsConfig } from '../page/fakes.js';
import { attackDoors, type Attacked } from './attacked.js';

let doors: Attacked;
beforeAll(async () => {
  doors = await attackDoors();
});
beforeEach(() => doors.product.set(sampleSettings));
afterAll(() => doors.close());

type AnyBrowser = ReturnType<Attacked['browser']>;
const stateOf = (body: string): string | undefined => /data-state="(\w+)"/.exec(body)?.[1];
const stateNow = async (browser: AnyBrowser): Promise<string | undefined> =>
  stateOf((await browser.get('/register')).body);

/** A browser at an invitation, with somebody signed in. */
async function signedIn(visitor: Visitor, code: string): Promise<AnyBrowser> {
  const browser = doors.browser(visitor);
  await browser.follow(`/register?invitation=${code}`);
  await browser.signIn();
  return browser;
}

const cookieOf = (browser: AnyBrowser, name: string): string =>
  browser.cookies.get(`__Host-${name}`) ?? 'there is none';

describe('a cookie is what it was made as, for nothing else', () => {
  it('whatever name it is planted under', async () => {
    const target = await invited(doors.product);
    const browser = await signedIn(person(target.address), target.code);
    await browser.post('/redeem');
    const own = new Map(browser.cookies);
    expect([...own.keys()].sort()).toEqual(['__Host-journey', '__Host-redeemed', '__Host-visitor']);
    for (const [from, value] of own) {
      for (const to of ['journey', 'visitor', 'sign-in', 'redeemed'].map((name) => `__Host-${name}`)) {
        if (from === to) continue;
        const planted = doors.browser();
        planted.cookies.set(to, value);
        expect([from, to, await stateNow(planted)]).toEqual([from, to, 'code']);
        planted.cookies.set(to, value);
        expect((await planted.get('/redeemed')).headers.location).toBe('/register');
      }
    }
  });

  it.each<[string, (visitor: Visitor) => Promise<string> | string]>([
    ['with another secret', (visitor) => sealed(visitor, { secrets: ['guessed'.repeat(8)] })],
    ['at another site with the same secret', (visitor) => sealed(visitor, { url: 'https://test.example' })],
    ['by nobody', (visitor) => JSON.stringify(visitor)],
    ['by nobody, as a token without a signature', (visitor) => unsigned(visitor)],
  ])('made %s', async (_how, make) => {
    const target = await invited(doors.product);
    const browser = doors.browser();
    await browser.follow(`/register?invitation=${target.code}`);
    browser.cookies.set('__Host-visitor', await make(person(target.address)));
    expect(await stateNow(browser)).toBe('open');
  });

  it.each(['visitor', '__Secure-visitor', '__host-visitor', '__HOST-VISITOR', '__Host-Visitor'])(
    'under the name %j, which other hosts can set',
    async (name) => {
      const [target, eve] = [await invited(doors.product), await invited(doors.product)];
      const attacker = await signedIn(person(eve.address), eve.code);
      const victim = doors.browser();
      await victim.follow(`/register?invitation=${target.code}`);
      victim.cookies.set(name, cookieOf(attacker, 'visitor'));
      expect(await stateNow(victim)).toBe('open');
    },
  );
});

describe('a session that somebody else has begun', () => {
  it('is another one after signing in: its token and its cookies are worth nothing', async () => {
    const target = await invited(doors.product);
    const attacker = doors.browser();
    const { body } = await attacker.follow(`/register?invitation=${target.code}`);
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const planted = cookieOf(attacker, 'journey');
    const victim = doors.browser(person(target.address));
    victim.cookies.set('__Host-journey', planted);
    await victim.signIn();
    expect(cookieOf(victim, 'journey')).not.toBe(planted);
    expect((await victim.post('/redeem', { token })).statusCode).toBe(403);
    // The attacker has what they had before: nobody is signed in there.
    expect(await stateNow(attacker)).toBe('open');
    expect((await attacker.post('/redeem')).headers.location).toBe('/register');
    expect(await doors.product.read(target.id)).toMatchObject({ inv_redemptions: null });
  });

  it('as the attacker leads the victim’s invitation to nobody, and says who is signed in', async () => {
    const [target, eve] = [await invited(doors.product), await invited(doors.product)];
    const attacker = await signedIn(person(eve.address, { name: 'Eve' }), eve.code);
    const victim = doors.browser();
    victim.cookies.set('__Host-visitor', cookieOf(attacker, 'visitor'));
    const { body } = await victim.follow(`/register?invitation=${target.code}`);
    expect([stateOf(body), body.includes(eve.address)]).toEqual(['wrongAccount', true]);
    await victim.post('/redeem');
    expect(await linksOf(doors.product, target.contact)).toEqual([]);
  });

  it('is not continued by the link of another: the code that is redeemed is the one last seen', async () => {
    const [mine, theirs] = [await invited(doors.product), await invited(doors.product)];
    const browser = await signedIn(person(mine.address), mine.code);
    const { body } = await browser.get('/register');
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    // A page of somebody else opens another link in the same browser, before the button is pressed.
    await browser.get(`/register?invitation=${theirs.code}`);
    expect((await browser.post('/redeem', { token })).statusCode).toBe(403);
    expect(await doors.product.read(theirs.id)).toMatchObject({ inv_redemptions: null });
  });
});

const sealed = (visitor: Visitor, given: object): Promise<string> =>
  createSeal({ ...doorsConfig, ...given }, () => new Date()).seal('visitor', visitor, 60);

function unsigned(visitor: Visitor): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ aud: 'visitor', data: visitor })}.`;
}
