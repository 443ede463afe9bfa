import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { throttles, type Throttle } from '../../sandbox/dataverse/server/protection/throttled.js';
import type { Product } from '../service/product/product.js';
import { forgedClock } from '../unit/dataverse/forgedClock.js';
import type { InterferingProxy } from './testbed/interferingProxy.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails } from './testbed/ledger.js';
import { type ProductBehindProxy, startProductBehindProxy } from './testbed/productBehindProxy.js';
import { serviceContext } from './testbed/serviceContext.js';
import { untilQuiet } from './testbed/untilQuiet.js';
import { lookOnce } from './testbed/workOff.js';

jest.setTimeout(60_000);

/** Invitations in the queue. */
const queued = 40;
/** Storms in one queue: the gate shuts again soon after it was opened. */
const storms = 3;
const nothing = { lost: [], doubled: [], unexpected: [] };
/** Seconds that Dataverse asks to wait. */
const retryAfter = 40;

let product: Product;
let proxy: InterferingProxy;
const asked: Addressee[] = [];
let close: ProductBehindProxy['close'];
beforeAll(async () => {
  ({ product, proxy, close } = await startProductBehindProxy());
});
afterAll(() => close());

/** How Retry-After comes, and for how many milliseconds nothing may be sent whatever chance says. */
const ways = [
  ['in seconds', { retryAfter }, retryAfter * 1000 - 1],
  ['as a date', { retryAfter, as: 'date' }, retryAfter * 1000 - 1000],
  ['not at all', {}, 249],
] as const;
const cases = throttles.flatMap((limit) =>
  ways.map(([how, header, silence]) => [limit, how, header, silence] as const),
);

it.each(cases)(
  'a storm of 429 for too many %s, Retry-After %s: nothing is sent while the gate is shut, and no row has failed',
  async (limit: Throttle, _how, header, silence) => {
    const rows = await sendRequests(product, queued);
    asked.push(...rows);
    const { faults } = product.sandbox;
    const turnedAway = { kind: 'throttled', limit, ...header } as const;
    faults.set(
      Array.from({ length: storms }, () => ({ body: 'SendEmail', skip: 2, times: 2, failure: turnedAway })),
    );
    // The sandbox dates its Retry-After by its own clock.
    const clock = forgedClock({ start: product.sandbox.clock.now().getTime() });
    const context = serviceContext(product, { url: proxy.url, clock });
    const applied = (): number => faults.states().reduce((sum, state) => sum + state.applied, 0);

    let ended = false;
    const words = lookOnce(sendPlugin as unknown as Plugin, context).finally(() => (ended = true));
    let refused = 0;
    while (!ended) {
      await untilQuiet(proxy);
      if (ended) break;
      // Quiet, and not at the end: whoever has something to send waits for the clock.
      expect(applied()).toBeGreaterThan(refused);
      refused = applied();
      const before = proxy.passed.length;
      await clock.advance(silence);
      await untilQuiet(proxy);
      expect(proxy.passed.length).toBe(before);
      await clock.advance(retryAfter * 1000 - silence + 1000);
    }
    expect(await words).toEqual(Array(queued).fill('sent'));
    expect(refused).toBeGreaterThanOrEqual(storms);
    expect(statesOf(product, rows)).toEqual({ sent: queued });
  },
);

it('in the end, everybody whose mail met a storm has one in the mailbox', async () => {
  expect(await tallyMails(product, asked)).toMatchObject({ requested: asked.length, ...nothing });
});
