import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { createSeal } from '../../../plugins/doors/sealed/seal.js';
import type { Timer } from '../../../plugins/doors/security/timer.js';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { locksOf } from '../../../plugins/redeem/locks/locks.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { group, invited, person } from '../../service/redeem/visitors/people.js';
import { doorsConfig } from '../page/fakes.js';
import { attackDoors, type Attacked, type Sent } from './attacked.js';

jest.setTimeout(60_000);
/** Attempts with each kind of code at each door. */
const attempts = 8;

let product: Product;
let doors: Attacked;
/** Codes that are good no more, each for a reason of its own, and some that never were. */
let codes: Readonly<Record<string, string>>;

/** Milliseconds that have passed: only Dataverse takes time, now more, now less, as a test has thrown the dice for it. */
let clock = 0;
let dice = 0;
let requests = 0;
const took = (): void => {
  requests += 1;
  dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648;
  clock += 15 + (dice % 90);
};
/** When refusals have left. */
const left: number[] = [];
const timer: Timer = {
  read: () => clock,
  wait: async (milliseconds) => {
    clock += milliseconds;
    left.push(clock);
  },
};

beforeAll(async () => {
  product = await startProduct();
  const slow = slowly(product.context.dataverse);
  doors = await attackDoors(
    { config: { trustedProxies: 1 }, timer },
    { ...product, context: { ...product.context, dataverse: slow } },
  );
  locksOf(doors.context, () => new Promise<never>(() => undefined));
  const expired = await invited(product, { inv_expirydate: '2020-01-01' });
  const withdrawn = await invited(product);
  await product.manager.update(`inv_invitations(${withdrawn.id})`, { statecode: 1, statuscode: 2 });
  const used = await invited(product);
  await redeem({ code: used.code, contactId: used.contact }, product.context);
  const full = await group(product, [], { inv_maximumredemptions: 1, inv_redemptions: 1 });
  const replaced = await invited(product);
  await product.manager.update(`inv_invitations(${replaced.id})`, { inv_code: randomUUID() });
  await product.run(codePlugin);
  codes = {
    unknown: randomUUID(),
    'no code': '',
    'far too long': 'x'.repeat(1_500),
    expired: expired.code,
    withdrawn: withdrawn.code,
    used: used.code,
    'used up': full.code,
    replaced: replaced.code,
  };
});
afterAll(async () => {
  await doors.close();
  await product.close();
});

function slowly(dataverse: Dataverse): Dataverse {
  return {
    ...dataverse,
    readTogether: (reads) => (took(), dataverse.readTogether(reads)),
    row: (read) => (took(), dataverse.row(read)),
    write: (writes) => (took(), dataverse.write(writes)),
    async *pages(read) {
      took();
      yield* dataverse.pages(read) as AsyncIterable<never>;
    },
  };
}

let places = 0;
const somewhere = (): string => `10.0.${(places += 1) >> 8}.${places & 255}`;

const seal = createSeal(doorsConfig, () => new Date());
const stranger = (): Visitor => person('stranger@elsewhere.example');

/** A request of the page by somebody who has come with a code. */
async function atPage(sent: Sent, code: string, isSignedIn: boolean): Promise<Sent> {
  const journey = await seal.seal('journey', { code, csrf: 'token' }, 60);
  const visitor = isSignedIn ? `; __Host-visitor=${await seal.seal('visitor', stranger(), 60)}` : '';
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return {
    ...sent,
    headers: { cookie: `__Host-journey=${journey}${visitor}`, ...(sent.method && form) },
    ...(sent.method && { body: 'token=token' }),
  };
}

/** Each for another person, from another place: what fails is counted by both. */
const atApi = (body: object): Sent => ({
  method: 'POST',
  path: '/api/redemptions',
  headers: { authorization: `Bearer ${doors.key}`, 'content-type': 'application/json' },
  body: JSON.stringify({ ...body, ipAddress: somewhere() }),
});

const ways: readonly (readonly [string, (code: string) => Promise<Sent>])[] = [
  ['somebody looks', (code) => atPage({ path: '/register' }, code, false)],
  ['a stranger who has signed in looks', (code) => atPage({ path: '/register' }, code, true)],
  ['a stranger accepts', (code) => atPage({ method: 'POST', path: '/redeem' }, code, true)],
  ['a stranger asks for another', (code) => atPage({ method: 'POST', path: '/ask' }, code, true)],
  ['a site redeems for a contact', async (code) => atApi({ code: code || ' ', contactId: randomUUID() })],
  ['a site redeems for a stranger', async (code) => atApi({ code: code || ' ', identity: stranger() })],
  [
    'a site asks what it is',
    async (code) => ({
      path: '/api/invitations/status',
      headers: { authorization: `Bearer ${doors.key}`, 'invitation-code': code || ' .' },
    }),
  ],
];

/** What an observer sees of so many attempts: the answers, and when they left; and what it has cost behind the doors. */
async function observe(way: (code: string) => Promise<Sent>, code: string) {
  dice = 7;
  const seen: unknown[] = [];
  for (let time = 0; time < attempts; time += 1) {
    const sent = await way(code);
    [clock, requests] = [0, 0];
    left.length = 0;
    const { status, headers, body } = await doors.send({
      ...sent,
      headers: { ...sent.headers, 'x-forwarded-for': somewhere() },
    });
    seen.push({
      status,
      body: body.replace(/(name="token" value=")[^"]*/g, '$1'),
      headers: { ...headers, date: undefined },
      left: [...left],
      requests,
    });
  }
  return seen;
}

describe('every code that is not good', () => {
  it.each(ways)('gets the same answer after the same time and work, when %s', async (_who, way) => {
    const unknown = await observe(way, codes.unknown ?? '');
    for (const [kind, code] of Object.entries(codes)) {
      expect([kind, await observe(way, code)]).toEqual([kind, unknown]);
    }
    const moments = unknown.flatMap((one) => (one as { left: number[] }).left);
    expect(moments).toHaveLength(attempts);
    expect(moments.filter((moment) => moment % 250 !== 0)).toEqual([]);
    // The dice fall differently: work of different length ends at the same moment.
    expect(new Set(moments).size).toBeLessThan(4);
  });
});
