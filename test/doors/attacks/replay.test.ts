import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { createSignIn } from '../../../plugins/doors/signIn/createSignIn.js';
import { theRedemptions } from '../../../plugins/doors/page/redemptions.js';
import { inviteRedemption } from '../../../solution/schema.js';
import type { Person } from '../../../sandbox/identity/person.js';
import {
  startIdentityProvider,
  type IdentityProvider,
} from '../../../sandbox/identity/startIdentityProvider.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invited } from '../../service/redeem/visitors/people.js';
import { browse, openPage, type Browser } from '../page/openPage.js';
import { doorsConfig } from '../page/fakes.js';
import { createBrowser } from '../signIn/browser.js';
import { configured, doorsUrl } from '../signIn/watched.js';

let product: Product;
let provider: IdentityProvider;
const people: Person[] = [];
let moment: Date | undefined;
const now = (): Date => moment ?? new Date();

beforeAll(async () => {
  [product, provider] = await Promise.all([
    startProduct(),
    startIdentityProvider({
      port: 0,
      contacts: async () => people,
      clients: [
        { id: 'invitations', secret: 'sandbox', redirectUris: ['http://127.0.0.1/signed-in/sandbox'] },
      ],
    }),
  ]);
});
afterAll(async () => {
  await provider.close();
  await product.close();
});

/** The doors with a real identity provider, and a browser at the page of an invitation. */
async function arrive(secrets = doorsConfig.secrets) {
  const target = await invited(product);
  people.push({ id: target.contact, email: target.address, name: 'Ann Example' });
  const providers = [configured(provider.url)];
  const url = doorsUrl;
  const page = await openPage({
    config: { ...doorsConfig, url, secrets, providers },
    context: () => product.context,
    redemptions: theRedemptions,
    now,
    signIn: createSignIn({ providers, url, now, log: product.context.log }),
  });
  await page.follow(`/register?invitation=${target.code}`);
  return { page, target };
}

type Arrived = Awaited<ReturnType<typeof arrive>>;
type AnyBrowser = Pick<Browser, 'get' | 'post' | 'cookies'>;

/** Goes to the provider and says who somebody is there. @returns where the provider sends them back to, not gone there yet */
async function callback(browser: AnyBrowser, address: string): Promise<string> {
  const { headers } = await browser.post('/sign-in', { provider: 'sandbox', origins: provider.url });
  const there = createBrowser();
  const asked = await there.open(String(headers.location), doorsUrl);
  const { url } = await there.submit(asked, { email: address }, doorsUrl);
  return url.slice(doorsUrl.length);
}

const stateOf = (body: string): string | undefined => /data-state="(\w+)"/.exec(body)?.[1];
const stateNow = async (browser: AnyBrowser): Promise<string | undefined> =>
  stateOf((await browser.get('/register')).body);

async function signedIn(): Promise<Arrived> {
  const arrived = await arrive();
  await arrived.page.get(await callback(arrived.page, arrived.target.address));
  expect(await stateNow(arrived.page)).toBe('welcome');
  return arrived;
}

/** Another browser that has copied the cookies of this one. */
function thief({ app, cookies }: Browser): ReturnType<typeof browse> {
  const other = browse(app);
  for (const [name, value] of cookies) other.cookies.set(name, value);
  return other;
}

/** All that a redemption writes. */
const rows = async ({ id, contact }: Arrived['target']): Promise<unknown> => [
  await product.read(id),
  await product.admin.get(`contacts(${contact})`),
  await product.admin.rows(`${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${id}`),
];

describe('the address that a provider sends somebody back with', () => {
  it('works once, in the browser that began', async () => {
    const { page, target } = await arrive();
    const back = await callback(page, target.address);
    await page.get(back);
    expect(await stateNow(page)).toBe('welcome');
    const before = new Map(page.cookies);
    await page.get(back);
    expect(page.cookies.get('visitor')).toBe(before.get('visitor'));
    expect((await page.get('/register')).body).toContain(english.noticeSignInFailed);
  });

  it('does not work again for whoever has copied it with the cookies from before', async () => {
    const { page, target } = await arrive();
    await callback(page, target.address);
    const back = await callback(page, target.address);
    const copy = thief(page);
    await page.get(back);
    await copy.get(back);
    expect(copy.cookies.has('visitor')).toBe(false);
    expect(await stateNow(copy)).toBe('open');
  });

  it('signs nobody in as the attacker who sends it to them', async () => {
    const attacker = await arrive();
    const back = await callback(attacker.page, attacker.target.address);
    const victim = await arrive();
    await victim.page.get(back);
    expect(victim.page.cookies.has('visitor')).toBe(false);
    // Nor while they are about to sign in themselves.
    const own = await callback(victim.page, victim.target.address);
    await victim.page.get(back);
    expect(victim.page.cookies.has('visitor')).toBe(false);
    await victim.page.get(own);
    expect(await stateNow(victim.page)).toBe('open');
  });
});

describe('a form', () => {
  it('that is sent again does nothing again', async () => {
    const { page, target } = await signedIn();
    expect((await page.post('/redeem')).headers.location).toBe('/redeemed');
    const before = await rows(target);
    expect((await page.post('/redeem')).headers.location).toBe('/redeemed');
    expect(await rows(target)).toEqual(before);
  });

  it.each(['/redeem', '/ask', '/register', '/sign-in', '/sign-out'])(
    'for %s from before somebody signed in, or out, is refused',
    async (path) => {
      const { page, target } = await arrive();
      const tokenOf = async (): Promise<string> =>
        /name="token" value="([^"]+)"/.exec((await page.get('/register')).body)?.[1] ?? '';
      const first = await tokenOf();
      await page.get(await callback(page, target.address));
      const second = await tokenOf();
      expect(second).not.toBe(first);
      expect((await page.post(path, { token: first })).statusCode).toBe(403);
      await page.get('/register');
      await page.post('/sign-out');
      expect((await page.post(path, { token: second })).statusCode).toBe(403);
      expect(await product.read(target.id)).toMatchObject({ inv_redemptions: null });
    },
  );
});

describe('cookies', () => {
  it('are gone from the browser after signing out', async () => {
    const { page } = await signedIn();
    await page.post('/redeem');
    await page.get('/redeemed');
    await page.get('/register');
    await page.post('/sign-out');
    expect([...page.cookies.keys()]).toEqual(['journey']);
    expect((await page.get('/redeemed')).headers.location).toBe('/register');
  });

  it('that somebody has copied are good for half an hour, and for nothing but what their owner may', async () => {
    const { page, target } = await signedIn();
    const copy = thief(page);
    await page.post('/redeem');
    const before = await rows(target);
    expect(await stateNow(copy)).toBe('redeemedBefore');
    await copy.post('/redeem');
    expect(await rows(target)).toEqual(before);
    moment = new Date(Date.now() + 30 * 60_000 + 1_000);
    try {
      expect(await stateNow(copy)).toBe('code');
      expect((await copy.get('/redeemed')).headers.location).toBe('/register');
      expect((await copy.post('/redeem')).headers.location).toBe('/register');
    } finally {
      moment = undefined;
    }
  });

  it('tell nobody what was granted to who used the browser before', async () => {
    const { page } = await signedIn();
    await page.post('/redeem');
    expect((await page.get('/redeemed')).statusCode).toBe(200);
    const next = await invited(product);
    people.push({ id: next.contact, email: next.address, name: 'Next Example' });
    await page.follow(`/register?invitation=${next.code}`);
    page.cookies.delete('visitor');
    await page.get('/register');
    await page.get(await callback(page, next.address));
    expect((await page.get('/redeemed')).headers.location).toBe('/register');
  });

  it('of a secret that was replaced open nothing; while both are known they do', async () => {
    const [old, fresh] = ['an old secret of thirty-two letters!', 'a new secret of thirty-two letters!!'];
    const before = await arrive([old]);
    await before.page.get(await callback(before.page, before.target.address));
    const states: unknown[] = [];
    for (const secrets of [[fresh, old], [fresh]]) {
      const after = await arrive(secrets);
      after.page.cookies.clear();
      for (const [name, value] of before.page.cookies) after.page.cookies.set(name, value);
      states.push(await stateNow(after.page));
    }
    expect(states).toEqual(['welcome', 'code']);
  });
});
