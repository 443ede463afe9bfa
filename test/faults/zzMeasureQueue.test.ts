import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { sendPlugin } from '../../plugins/send/plugin.js';
import type { ServiceParts } from '../../plugins/host/startService.js';
import { startProduct, type Product } from '../service/product/product.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { runService, setSiteUrl, stopServices } from './testbed/runningService.js';
jest.setTimeout(200_000);
const queued = Number(process.env.QUEUED ?? 2000);
const plugins = [sendPlugin] as unknown as ServiceParts['plugins'];
let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await setSiteUrl(product);
  product.sandbox.protection.operationMilliseconds = Number(process.env.OP ?? 10);
});
afterEach(stopServices);
afterAll(() => product.close());
it.each((process.env.SERVICES ?? '1,2,4').split(',').map(Number))('%s services', async (services) => {
  let rows: any[] = [];
  for (let n = 0; n < queued; n += 1000) rows = [...rows, ...await sendRequests(product, Math.min(1000, queued - n))];
  product.sandbox.counters.reset();
  const began = Date.now();
  for (let n = 0; n < services; n += 1) await runService(product, { instances: services, concurrency: Number(process.env.CONC ?? 8) }, { plugins });
  const trail: string[] = [];
  let next = 0;
  for (;;) {
    const sent = statesOf(product, rows)['sent'] ?? 0;
    if (sent >= next) { const s = product.sandbox.counters.snapshot(); trail.push(`${sent}:${(s.operations/Math.max(1,sent)).toFixed(2)}/${(s.requests/Math.max(1,sent)).toFixed(2)}`); next += queued / 5; }
    if (sent === queued) break;
    await new Promise((r) => setTimeout(r, 100));
  }
  const spent = product.sandbox.counters.snapshot();
  process.stdout.write(`${services} services: ${(spent.requests / queued).toFixed(2)} requests ${(spent.operations / queued).toFixed(2)} operations, ${Date.now() - began} ms | ${trail.join(' ')}\n`);
  expect(true).toBe(true);
});
