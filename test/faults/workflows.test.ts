import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../plugins/code/plugin.js';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { redemptionId } from '../../plugins/invitation/ids.js';
import { redeem } from '../../plugins/redeem/redeem.js';
import { workflowPlugin } from '../../plugins/redeem/workflowPlugin.js';
import type { FaultRuleInput } from '../../sandbox/dataverse/server/faults/faultRule.js';
import { inviteRedemption } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { tallyRedemptions } from './testbed/ledger.js';
import { runningLoop } from './testbed/runningLoop.js';
import { until } from './testbed/runningService.js';

jest.setTimeout(60_000);

/** "Create a welcome task for the contact", a process of the sandbox. */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';
const { workflowState } = inviteRedemption;

let product: Product;
const loop = runningLoop(() => product);
beforeAll(async () => {
  product = await startProduct();
});
afterEach(async () => {
  await loop.stop();
  product.sandbox.faults.clear();
});
afterAll(() => product.close());

/** So many redemptions whose workflows have not been started yet, the oldest first. */
async function redeemed(count: number) {
  const rows = [];
  for (let n = 0; n < count; n += 1) {
    const [contact, code] = [await product.contact(), randomUUID()];
    const id = await product.single(contact, {
      inv_code: code,
      'inv_workflowid@odata.bind': `/workflows(${welcomeTask})`,
    });
    await product.run(codePlugin);
    await redeem({ code, contactId: contact }, product.context);
    rows.push({ invitation: id, contact, activity: redemptionId(id, contact), may: true });
  }
  return rows;
}
type Row = Awaited<ReturnType<typeof redeemed>>[number];

const stateOf = ({ activity }: Row): unknown =>
  product.sandbox.organization.store.one(
    'SELECT inv_workflowstate FROM inv_inviteredemption WHERE activityid = ?',
    [activity],
  )?.['inv_workflowstate'];
const isStarted = (row: Row): boolean => stateOf(row) === workflowState.started;
const jobsOf = ({ contact }: Row) =>
  product.admin.rows(`asyncoperations?$filter=_regardingobjectid_value eq ${contact}`);

/** More failures than a row has attempts. */
const manyTimes = 12;
const passing: readonly (readonly [string, FaultRuleInput['failure']])[] = [
  ['Dataverse answers 503', { kind: 'unavailable' }],
  ['the request never arrives', { kind: 'dropBefore' }],
];

it.each(passing)(
  'a workflow that fails to start each time because %s keeps no other waiting, and starts once when it can',
  async (_why, failure) => {
    const [stuck, ...others] = await redeemed(3);
    if (stuck === undefined) throw new Error('nobody redeemed');
    product.sandbox.faults.set([{ body: `ExecuteWorkflow[^]*${stuck.contact}`, failure }]);
    loop.start(workflowPlugin as unknown as Plugin);
    await until('the others are started', () => others.every(isStarted));
    await until('it was tried often', () => (product.sandbox.faults.states()[0]?.applied ?? 0) >= manyTimes);
    expect(stateOf(stuck)).toBe(workflowState.pending);
    expect(await jobsOf(stuck)).toEqual([]);

    product.sandbox.faults.clear();
    await until('it is started', () => isStarted(stuck));
    for (const row of [stuck, ...others]) expect(await jobsOf(row)).toHaveLength(1);
    expect(await tallyRedemptions(product, [stuck, ...others])).toMatchObject({
      requested: 3,
      lost: [],
      doubled: [],
      unexpected: [],
    });
  },
);

it('a workflow that Dataverse refuses to start says why on the redemption, which stands, and keeps no other waiting', async () => {
  const [refused, other] = await redeemed(2);
  if (refused === undefined || other === undefined) throw new Error('nobody redeemed');
  const failure = {
    kind: 'error',
    status: 400,
    code: '0x80045040',
    message: 'It has been taken down.',
  } as const;
  product.sandbox.faults.set([{ body: `ExecuteWorkflow[^]*${refused.contact}`, failure }]);
  loop.start(workflowPlugin as unknown as Plugin);
  await until('both are settled', () => isStarted(other) && stateOf(refused) === workflowState.failed);
  expect(await product.admin.get(`inv_inviteredemptions(${refused.activity})`)).toMatchObject({
    description: expect.stringContaining('It has been taken down.'),
  });
  expect(await jobsOf(refused)).toEqual([]);
  expect(await product.read(refused.invitation)).toMatchObject({ inv_redemptions: 1 });
});
