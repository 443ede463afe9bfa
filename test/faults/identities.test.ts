import dns from 'node:dns';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sendPlugin } from '../../plugins/send/plugin.js';
import type { ServiceParts } from '../../plugins/host/startService.js';
import { serviceClientId } from '../../sandbox/dataverse/install/wellKnown.js';
import { startProduct, type Product } from '../service/product/product.js';
import { hurriedClock } from './testbed/hurriedClock.js';
import { type InterferingProxy, startInterferingProxy } from './testbed/interferingProxy.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { tallyMails } from './testbed/ledger.js';
import { runService, setSiteUrl, stopServices, until } from './testbed/runningService.js';

jest.setTimeout(60_000);

const queued = 40;
const nothing = { lost: [], doubled: [], unexpected: [] };
const plugins = [sendPlugin] as unknown as ServiceParts['plugins'];

let product: Product;
let proxy: InterferingProxy;
beforeAll(async () => {
  product = await startProduct();
  proxy = await startInterferingProxy(() => product.sandbox.url);
  await setSiteUrl(product);
});
afterEach(async () => {
  proxy.interfere = () => undefined;
  product.sandbox.faults.clear();
  await stopServices();
});
afterAll(async () => {
  await proxy.close();
  await product.close();
});

/** The service signs in as on a real environment: with a secret, at the identity provider. */
const signedIn = () => ({
  dataverseUrl: proxy.url,
  authority: product.sandbox.url,
  identities: [
    {
      kind: 'secret',
      tenantId: product.sandbox.tenantId,
      clientId: serviceClientId,
      secret: 'sandbox-secret',
    } as const,
  ],
});
/** Acts once, when so many batches of mails have passed. */
function afterBatches(count: number, act: () => void): void {
  let batches = 0;
  proxy.interfere = ({ body }) => {
    if (!body.includes('SendEmail')) return undefined;
    batches += 1;
    if (batches === count) act();
    return undefined;
  };
}
const allSent = (rows: Parameters<typeof statesOf>[1]) => () =>
  statesOf(product, rows)['sent'] === rows.length;

describe('in the middle of a queue', () => {
  it('the token expires: a new one is fetched, and everybody has one mail', async () => {
    const rows = await sendRequests(product, queued);
    // The sandbox's clock goes on by more than a token lives; the service's does not.
    afterBatches(2, () => product.sandbox.clock.advance(2 * 3_600_000));
    product.sandbox.counters.reset();
    const { logged } = await runService(product, signedIn(), { plugins });
    await until('all are sent', allSent(rows));
    expect(product.sandbox.counters.snapshot().statuses['401']).toBeGreaterThan(0);
    expect(logged.filter((line) => /^(error|fatal)/.test(line))).toEqual([]);
    expect(await tallyMails(product, rows)).toMatchObject({ requested: queued, ...nothing });
  });

  it.each([
    ['nobody answers', { kind: 'dropBefore' }],
    // Without Retry-After MSAL itself would wait a minute, by the machine's clock, before it asks again.
    ['the identity provider answers 503', { kind: 'unavailable', retryAfter: 1 }],
  ] as const)(
    'the token expires while %s to whoever signs in: the service waits, and goes on when they can',
    async (_why, failure) => {
      const rows = await sendRequests(product, queued);
      afterBatches(2, () => {
        product.sandbox.clock.advance(2 * 3_600_000);
        product.sandbox.faults.set([{ url: '/oauth2/', times: 2, failure }]);
      });
      await runService(product, signedIn(), { plugins, clock: hurriedClock(20) });
      await until('all are sent', allSent(rows));
      expect(product.sandbox.faults.states()[0]?.applied).toBeGreaterThan(0);
      expect(await tallyMails(product, rows)).toMatchObject({ requested: queued, ...nothing });
    },
  );
});

describe('the name of Dataverse', () => {
  const { lookup } = dns;
  afterEach(() => {
    dns.lookup = lookup;
  });

  it('is not found at first: the service starts all the same, and sends when it is', async () => {
    const rows = await sendRequests(product, 5);
    let asked = 0;
    const unsteady = (
      name: string,
      options: dns.LookupOptions,
      answer: (...found: unknown[]) => void,
    ): void => {
      if (name !== 'contoso.crm.test') {
        lookup(name, options, answer as never);
        return;
      }
      asked += 1;
      if (asked <= 3)
        answer(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
      else lookup('127.0.0.1', options, answer as never);
    };
    dns.lookup = unsteady as unknown as typeof dns.lookup;
    const { port } = new URL(proxy.url);
    const clock = hurriedClock(20);
    await runService(product, { dataverseUrl: `http://contoso.crm.test:${port}` }, { plugins, clock });
    await until('all are sent', allSent(rows));
    expect(asked).toBeGreaterThan(3);
    expect(await tallyMails(product, rows)).toMatchObject({ requested: 5, ...nothing });
  });
});

it('Dataverse goes away in the middle of a queue, refuses connections, and comes back: everybody has one mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'restarted-'));
  const data = join(folder, 'rows.sqlite');
  const before = await startProduct(undefined, { data });
  let after: Product | undefined;
  try {
    await setSiteUrl(before);
    const rows = await sendRequests(before, queued);
    const { logged } = await runService(before, { concurrency: 2 }, { plugins });
    await until('the first are sent', () => (statesOf(before, rows)['sent'] ?? 0) > 0);
    const { port } = new URL(before.sandbox.url);
    await before.close();
    await until('a connection is refused', () => logged.some((line) => line.includes('ECONNREFUSED')));
    after = await startProduct(undefined, { data, port: Number(port) });
    expect(statesOf(after, rows)['sent']).toBeLessThan(queued);
    const restarted = after;
    await until('all are sent', () => statesOf(restarted, rows)['sent'] === queued);
    expect(await tallyMails(after, rows)).toMatchObject({ requested: queued, ...nothing });
  } finally {
    await stopServices();
    await after?.close();
    await rm(folder, { recursive: true });
  }
});
