import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { sendPlugin } from '../../plugins/send/plugin.js';
import type { ServiceParts } from '../../plugins/host/startService.js';
import { startProduct, type Product } from '../service/product/product.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { tallyMails } from './testbed/ledger.js';
import { runService, setSiteUrl, stopServices, until } from './testbed/runningService.js';

jest.setTimeout(60_000);

const queued = 200;
const plugins = [sendPlugin] as unknown as ServiceParts['plugins'];
/** A mail is three operations in one request; a service alone needs few more (test/service/cost). */
const needed = { requests: 1, operations: 3 };

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await setSiteUrl(product);
});
afterEach(stopServices);
afterAll(() => product.close());

it.each([
  ['two', 2, 1],
  ['four', 4, 2],
])('%s services on one queue of 200 mail everybody once, and waste little', async (_, services, wasted) => {
  const rows = await sendRequests(product, queued);
  product.sandbox.counters.reset();
  for (let n = 0; n < services; n += 1) await runService(product, { instances: services }, { plugins });
  await until('all are sent', () => statesOf(product, rows)['sent'] === queued);
  const spent = product.sandbox.counters.snapshot();
  await stopServices();
  const perInvitation = { requests: spent.requests / queued, operations: spent.operations / queued };
  process.stdout.write(
    `${services} services: ${perInvitation.requests.toFixed(2)} requests and ${perInvitation.operations.toFixed(2)} operations an invitation\n`,
  );
  expect(perInvitation.requests).toBeLessThan(needed.requests * (1 + wasted));
  expect(perInvitation.operations).toBeLessThan(needed.operations * (1 + wasted));
  expect(await tallyMails(product, rows)).toMatchObject({
    requested: queued,
    lost: [],
    doubled: [],
    unexpected: [],
  });
});
