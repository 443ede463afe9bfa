import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Plugin } from '../../../plugins/contract/plugin.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { groupRequest, statesOf } from '../testbed/invitations.js';
import { tallyMails } from '../testbed/ledger.js';
import { serviceContext } from '../testbed/serviceContext.js';
import { lookOnce, workOff } from '../testbed/workOff.js';
import { createInstance, untilQuiet } from './crashHooks.js';
import { type HookedService, loadHookedService } from './hookedService.js';

jest.setTimeout(180_000);

/** Mails of a group that are on their way at once (plugins/send/handOver.ts). */
const wave = 20;
const members = 500;

let product: Product;
let service: HookedService;
beforeAll(async () => {
  [product, service] = await Promise.all([startProduct(), loadHookedService()]);
}, 120_000);
afterAll(() => product.close());

it('a group of 500 whose services die after one wave of mails, then after two, then after 16, and the last of which loses an answer, mails everybody once', async () => {
  const rows = await groupRequest(product, members);
  const { sandbox } = product;
  const plugin = service.plugins.find(({ name }) => name === 'send') as unknown as Plugin;
  const write = service.sites.find((site) => /writer\.ts.* in createWriter\/write$/.test(site));
  if (write === undefined) throw new Error('the door waits nowhere while it writes');
  const [{ invitation: id } = { invitation: '' }] = rows;
  const mails = (): number =>
    Number(
      sandbox.organization.store.one('SELECT COUNT(*) AS mails FROM email WHERE regardingobjectid = ?', [
        id,
      ])?.['mails'],
    );

  let before = mails();
  for (const waves of [1, 2, 16]) {
    sandbox.counters.reset();
    const underWay = (): number => {
      const { requests, statuses } = sandbox.counters.snapshot();
      return requests - Object.values(statuses).reduce((sum, count) => sum + count, 0);
    };
    // In the middle of the next wave: some of its mails are committed, some on their way, some not sent.
    const death = { site: write, phase: 'after', hit: waves * wave + wave / 2 } as const;
    const instance = createInstance(() => sandbox.counters.snapshot().requests, death);
    const token = async (): Promise<string> =>
      instance.isDead() ? new Promise(() => undefined) : 'dev-service';
    const context = serviceContext(product, { connect: service.connect, token });
    expect(await instance.live(() => lookOnce(plugin, context))).toBe('died');
    await untilQuiet(underWay);
    // Who takes up a group may find in its first wave that those mails exist.
    expect(mails()).toBeGreaterThan(before + (waves - 1) * wave);
    expect(mails()).toBeLessThan(members);
    expect(statesOf(product, rows)).toEqual({ sendRequested: 1 });
    before = mails();
  }

  sandbox.faults.set([{ body: 'SendEmail', times: 1, failure: { kind: 'dropAfter' } }]);
  await workOff([plugin], serviceContext(product, { connect: service.connect }));
  expect(sandbox.faults.states()[0]?.applied).toBe(1);
  sandbox.faults.clear();
  expect(statesOf(product, rows)).toEqual({ sent: 1 });
  expect(await tallyMails(product, rows)).toMatchObject({
    requested: members,
    effected: members,
    lost: [],
    doubled: [],
    unexpected: [],
  });
});
