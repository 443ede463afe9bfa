import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { sendPlugin } from '../../plugins/send/plugin.js';
import type { ServiceParts } from '../../plugins/host/startService.js';
import { invitation } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { tallyHandedOver } from './testbed/ledger.js';
import { runService, setSiteUrl, stopServices, until } from './testbed/runningService.js';

jest.setTimeout(60_000);

/** More than two pages, made in one request: all of them share their `createdon`. */
const queued = 600;
/** An operation takes its time, or one service would be done before the next has looked. */
const operationMilliseconds = 5;
const { status } = invitation;
const plugins = [sendPlugin] as unknown as ServiceParts['plugins'];

let product: Product;
/** One question, for it is asked all the time. */
const countOf = (state: number): number =>
  Number(
    product.sandbox.organization.store.one(
      'SELECT count(*) AS rows FROM inv_invitation WHERE statuscode = ?',
      [state],
    )?.['rows'],
  );
const mails = (): number =>
  Number(product.sandbox.organization.store.one('SELECT count(*) AS rows FROM email', [])?.['rows']);

beforeAll(async () => {
  product = await startProduct();
  await setSiteUrl(product);
  product.sandbox.protection.operationMilliseconds = operationMilliseconds;
});
afterEach(stopServices);
afterAll(() => product.close());

it.each([
  // Three are the mail itself; a service's start, and the last rows that all of them are after, weigh much in a short queue.
  ['two', 2, 3.6],
  ['four', 4, 4.1],
])(
  '%s services on one queue of 600 mail everybody once, and waste little',
  async (_, services, operations) => {
    const rows = await sendRequests(product, queued);
    const mailsBefore = mails();
    product.sandbox.counters.reset();
    for (let n = 0; n < services; n += 1) await runService(product, { instances: services }, { plugins });
    await until('all are sent', () => countOf(status.sendRequested) === 0);
    expect(statesOf(product, rows)).toEqual({ sent: queued });
    const spent = product.sandbox.counters.snapshot();
    await stopServices();
    const perInvitation = { requests: spent.requests / queued, operations: spent.operations / queued };
    process.stdout.write(
      `${services} services: ${perInvitation.requests.toFixed(2)} requests and ${perInvitation.operations.toFixed(2)} operations an invitation\n`,
    );
    expect(perInvitation.requests).toBeLessThan(1.6);
    expect(perInvitation.operations).toBeLessThan(operations);
    expect(mails() - mailsBefore).toBe(queued);
    expect(tallyHandedOver(product, rows)).toMatchObject({
      requested: queued,
      lost: [],
      doubled: [],
      unexpected: [],
    });
  },
);
