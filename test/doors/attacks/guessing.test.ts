import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import { locksOf } from '../../../plugins/redeem/locks/locks.js';
import { createSeal } from '../../../plugins/doors/sealed/seal.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invited, person } from '../../service/redeem/visitors/people.js';
import { doorsConfig } from '../page/fakes.js';
import { attackDoors, type Attacked, type Sent } from './attacked.js';

jest.setTimeout(60_000);
let product: Product;
let doors: Attacked;
beforeAll(async () => {
  product = await startProduct();
  doors = await attackDoors({ config: { trustedProxies: 1 } }, product);
  // Nothing is told to other services while requests are counted.
  locksOf(doors.context, () => new Promise<never>(() => undefined));
});
afterAll(async () => {
  await doors.close();
  await product.close();
});

/** Guesses, so many at once that they race, and how often each status came. */
async function statuses(times: number, guess: (time: number) => Promise<number>) {
  const counts: Record<number, number> = {};
  const atOnce = 200;
  for (let first = 0; first < times; first += atOnce) {
    const ends = Array.from({ length: Math.min(atOnce, times - first) }, (_, index) => guess(first + index));
    for (const status of await Promise.all(ends)) counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** What the service asks of Dataverse meanwhile. */
const requests = async (work: () => Promise<unknown>): Promise<number> => (await product.cost(work)).requests;

const seal = createSeal(doorsConfig, () => new Date());

/** Comes to the page by a link with a code that nobody has. */
async function guessAtPage(forwarded: string, through = doors): Promise<number> {
  const journey = await seal.seal('journey', { code: randomUUID(), csrf: 'token' }, 60);
  const headers = { cookie: `__Host-journey=${journey}`, 'x-forwarded-for': forwarded };
  return through.inject({ path: '/register', headers });
}

const atApi = (sent: Omit<Sent, 'path'> & { readonly path?: string }, key = doors.key) =>
  doors.inject({
    path: '/api/invitations/status',
    ...sent,
    headers: { authorization: `Bearer ${key}`, ...sent.headers },
  });

describe('of guesses', () => {
  it('at the page, thousands: a hundred are looked up', async () => {
    const from = '203.0.113.10';
    const looked = await requests(async () => {
      expect(await statuses(2_000, () => guessAtPage(from))).toEqual({ 404: 100, 429: 1_900 });
    });
    expect(looked).toBe(100);
    expect(doors.events()).toEqual(['lockedOut']);
  });

  it('at the page, each from an address that the guesser makes up: a hundred are looked up', async () => {
    const from = '203.0.113.11';
    const spoofed = (time: number) => `10.${time >> 16}.${(time >> 8) & 255}.${time & 255}, ${from}`;
    const looked = await requests(async () => {
      const counts = await statuses(1_000, (time) => guessAtPage(spoofed(time)));
      expect(counts).toEqual({ 404: 100, 429: 900 });
    });
    expect(looked).toBe(100);
  });

  it('at the page, from as many addresses of one customer (IPv6): a hundred are looked up', async () => {
    const counts = await statuses(1_000, (time) => guessAtPage(`2001:db8:1:1::${time.toString(16)}`));
    expect(counts).toEqual({ 404: 100, 429: 900 });
  });

  it('at the API, for one person: a hundred are looked up', async () => {
    const looked = await requests(async () => {
      const guess = () =>
        atApi({ headers: { 'invitation-code': randomUUID(), 'person-address': '203.0.113.12' } });
      expect(await statuses(10_000, guess)).toEqual({ 404: 100, 429: 9_900 });
    });
    expect(looked).toBe(100);
  });

  it('at the API, redeeming: the person is locked out there, too, and no contact is told from another', async () => {
    const redeem = (contactId: string) =>
      atApi({
        path: '/api/redemptions',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: randomUUID(), contactId, ipAddress: '203.0.113.13' }),
      });
    const known = await product.contact();
    const counts = await statuses(1_000, (time) => redeem(time % 2 === 0 ? known : randomUUID()));
    expect(counts).toEqual({ 404: 100, 429: 900 });
    expect(await guessAtPage('203.0.113.13')).toBe(429);
  });

  it('of keys, from as many addresses of one customer: none costs Dataverse anything', async () => {
    const looked = await requests(async () => {
      const guess = (time: number) =>
        atApi(
          { headers: { 'invitation-code': 'c', 'x-forwarded-for': `2001:db8:2:2::${time.toString(16)}` } },
          newApiKey(),
        );
      expect(await statuses(10_000, guess)).toEqual({ 401: 20, 429: 9_980 });
    });
    expect(looked).toBe(0);
  });
});

describe('X-Forwarded-For', () => {
  it('counts for nothing where no proxy is trusted', async () => {
    const bare = await attackDoors({ config: { trustedProxies: 0 } }, product);
    try {
      const guess = (time: number) => guessAtPage(`198.51.100.${time % 256}`, bare);
      expect(await statuses(400, guess)).toEqual({ 404: 100, 429: 300 });
    } finally {
      await bare.close();
    }
  });

  it('does not lock others out: whoever makes up the address of a victim is counted himself', async () => {
    const victim = '203.0.113.77';
    await statuses(150, () => guessAtPage(`${victim}, 203.0.113.14`));
    expect(await guessAtPage('203.0.113.14')).toBe(429);
    expect(await guessAtPage(victim)).toBe(404);
  });
});

it('Who was locked out by guesses has not lost the invitation', async () => {
  const target = await invited(product);
  const from = '203.0.113.15';
  const headers = { 'x-forwarded-for': from };
  await statuses(101, () => guessAtPage(from));
  const browser = doors.browser(person(target.address));
  await browser.get(`/register?invitation=${target.code}`);
  expect((await browser.get('/register', headers)).statusCode).toBe(429);
  product.sandbox.clock.advance(10 * 60_000);
  expect((await browser.get('/register', headers)).statusCode).toBe(200);
});
