import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { bundleService } from '../../scripts/build/bundleService.js';
import { type ServiceProcess, startServiceProcess } from '../../scripts/soak/testbed/serviceProcess.js';
import { startProduct, type Product } from '../service/product/product.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyHandedOver, tallyMails } from './testbed/ledger.js';
import { setSiteUrl, until } from './testbed/runningService.js';

jest.setTimeout(120_000);

/** Milliseconds in which a service finishes what is under way (README of the service: it drains within 10 s). */
const drainTime = 10_000;
const nothing = { lost: [], doubled: [], unexpected: [] };

let product: Product;
let folder: string;
let bundle: string;
const running: ServiceProcess[] = [];
beforeAll(async () => {
  product = await startProduct();
  await setSiteUrl(product);
  // As slow as Dataverse: there is always something under way.
  product.sandbox.protection.operationMilliseconds = 15;
  folder = await mkdtemp(join(tmpdir(), 'service-process-'));
  bundle = join(folder, 'main.js');
  await bundleService(fileURLToPath(new URL('../../plugins/host/main.ts', import.meta.url)), bundle);
});
afterEach(async () => {
  for (const service of running.splice(0)) {
    service.signal('SIGKILL');
    await service.exited;
  }
});
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true });
});

function start(onLine: (line: string) => void = () => undefined): ServiceProcess {
  const service = startServiceProcess({
    bundle,
    dataverseUrl: product.sandbox.url,
    clockOffset: 0,
    onLine,
  });
  running.push(service);
  return service;
}
const sent = (rows: readonly Addressee[]): number => statesOf(product, rows)['sent'] ?? 0;

it('killed eight times over 80 invitations, it has mailed everybody once', async () => {
  const rows = await sendRequests(product, 80);
  for (let kills = 0; kills < 8; kills += 1) {
    const before = sent(rows);
    const service = start();
    await until('some more are sent', () => sent(rows) > before || sent(rows) === rows.length, 60_000);
    service.signal('SIGKILL');
    expect(await service.exited).toBe('SIGKILL');
  }
  start();
  await until('all are sent', () => sent(rows) === rows.length, 60_000);
  expect(await tallyMails(product, rows)).toMatchObject({ requested: 80, ...nothing });
});

it('asked to stop in the middle of a batch, it ends within ten seconds, and the next one has nothing to do twice', async () => {
  // More than the service takes up at once.
  const rows = await sendRequests(product, 150);
  const service = start();
  await until('some are sent', () => sent(rows) > 0, 60_000);
  const asked = Date.now();
  service.signal('SIGTERM');
  expect(await service.exited).toBe(0);
  expect(Date.now() - asked).toBeLessThan(drainTime);
  expect(sent(rows)).toBeLessThan(rows.length);
  start();
  await until('all are sent', () => sent(rows) === rows.length, 60_000);
  expect(tallyHandedOver(product, rows)).toMatchObject({ requested: 150, ...nothing });
});

it('asked twice, it ends at once, in the middle of a request, and still everybody has one mail', async () => {
  const rows = await sendRequests(product, 60);
  // Dataverse works at one request much longer than a service that was asked to stop waits for it.
  product.sandbox.faults.set([{ body: 'SendEmail', skip: 1, times: 1, work: 4 * drainTime }]);
  const lines: string[] = [];
  const service = start((line) => lines.push(line));
  await until('one is held', () => product.sandbox.faults.states()[0]?.applied === 1, 60_000);
  service.signal('SIGTERM');
  await until('it is stopping', () => lines.some((line) => line.includes('stopping')), 60_000);
  expect(service.hasExited()).toBe(false);
  const asked = Date.now();
  service.signal('SIGTERM');
  expect(await service.exited).toBe(1);
  expect(Date.now() - asked).toBeLessThan(drainTime / 2);
  product.sandbox.faults.clear();
  start();
  await until('all are sent', () => sent(rows) === rows.length, 60_000);
  expect(await tallyMails(product, rows)).toMatchObject({ requested: 60, ...nothing });
});
