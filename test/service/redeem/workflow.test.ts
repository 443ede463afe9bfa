import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { workflowPlugin } from '../../../plugins/redeem/workflowPlugin.js';
import { runJobs } from '../../../sandbox/dataverse/jobs/runJobs.js';
import { inviteRedemption } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

/** Processes of the sandbox (its jobs/processes.ts). */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';
const draft = '5a5d0000-0000-4000-8000-0000000f0003';
const { state, workflowState } = inviteRedemption;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** Redeems an invitation that names the workflow, as far as the redemption goes. */
const redeemed = async (workflow: string) => {
  const [contact, code] = [await product.contact(), randomUUID()];
  const id = await product.single(contact, {
    inv_code: code,
    'inv_workflowid@odata.bind': `/workflows(${workflow})`,
  });
  await product.run(codePlugin);
  await expect(redeem({ code, contactId: contact }, product.context)).resolves.toMatchObject({
    outcome: 'redeemed',
  });
  return { id, contact, activity: redemptionId(id, contact) };
};
const activity = (id: string) => product.admin.get(`inv_inviteredemptions(${id})`);
const jobsOf = (contact: string) =>
  product.admin.rows(`asyncoperations?$filter=_regardingobjectid_value eq ${contact}`);

describe('a workflow', () => {
  it('waits on the open activity until it is started, and costs one request then', async () => {
    const redemption = await redeemed(welcomeTask);
    expect(await activity(redemption.activity)).toMatchObject({
      statecode: state.open,
      inv_workflowstate: workflowState.pending,
    });
    const cost = await product.cost(() => product.run(workflowPlugin));
    expect(cost.requests).toBe(1 + 1);
    expect(await activity(redemption.activity)).toMatchObject({
      statecode: state.completed,
      inv_workflowstate: workflowState.started,
    });
    runJobs(product.sandbox.organization);
    const tasks = await product.admin.rows(`tasks?$filter=_regardingobjectid_value eq ${redemption.contact}`);
    expect(tasks).toHaveLength(1);
    expect(await product.run(workflowPlugin)).toEqual([]);
  });

  it('that cannot be started says why on the activity, and the redemption stands', async () => {
    const redemption = await redeemed(draft);
    await expect(product.run(workflowPlugin)).resolves.toEqual(['failed']);
    expect(await activity(redemption.activity)).toMatchObject({
      statecode: state.completed,
      inv_workflowstate: workflowState.failed,
      description: expect.stringContaining('It is a draft.'),
    });
    expect(await jobsOf(redemption.contact)).toEqual([]);
    expect(await product.read(redemption.id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('that the invitation no longer names fails with that reason', async () => {
    const redemption = await redeemed(welcomeTask);
    await product.manager.update(`inv_invitations(${redemption.id})`, { 'inv_workflowid@odata.bind': null });
    await expect(product.run(workflowPlugin)).resolves.toEqual(['failed']);
    expect(await activity(redemption.activity)).toMatchObject({
      description: expect.stringContaining('names no workflow any more'),
    });
  });

  it.each([
    ['was lost', { kind: 'dropAfter' }, []],
    ['never came, because nothing was executed', { kind: 'dropBefore' }, ['started']],
  ] as const)('is started once when the answer %s', async (_, failure, next) => {
    const redemption = await redeemed(welcomeTask);
    product.sandbox.faults.add({ body: 'ExecuteWorkflow', times: 1, failure });
    await expect(product.run(workflowPlugin)).resolves.toEqual(['unknown']);
    await expect(product.run(workflowPlugin)).resolves.toEqual(next);
    expect(await jobsOf(redemption.contact)).toHaveLength(1);
    expect(await activity(redemption.activity)).toMatchObject({ inv_workflowstate: workflowState.started });
  });

  it('is started once when two services see it', async () => {
    const redemption = await redeemed(welcomeTask);
    const words = await Promise.all([
      runOnce(workflowPlugin, product.context),
      runOnce(workflowPlugin, product.secondService()),
    ]);
    expect(words.flat().filter((word) => word === 'started')).toHaveLength(1);
    expect(await jobsOf(redemption.contact)).toHaveLength(1);
  });
});
