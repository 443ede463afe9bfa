import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { reportId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { workflowPlugin } from '../../../plugins/redeem/workflowPlugin.js';
import { startProduct, type Product } from '../product/product.js';

/** A process of the sandbox that cannot be started (its jobs/processes.ts). */
const draft = '5a5d0000-0000-4000-8000-0000000f0003';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const invite = async (row = {}) => {
  const [contactId, code] = [await product.contact({ firstname: 'Ann', lastname: 'Example' }), randomUUID()];
  const id = await product.single(contactId, { inv_code: code, ...row });
  await product.run(codePlugin);
  return { contactId, code, id };
};
const tasksOf = (id: string) => product.admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`);
const refuse = (id: string, times: number) =>
  product.sandbox.faults.add({
    body: `PATCH .*inv_invitations\\(${id}`,
    times,
    failure: { kind: 'error', status: 400, code: '0x80040265', message: 'A plug-in said no.' },
  });

it('a redemption that Dataverse refuses once is granted, and nobody hears of it', async () => {
  const { contactId, code, id } = await invite();
  refuse(id, 1);
  expect(await redeem({ code, contactId }, product.context)).toMatchObject({ outcome: 'redeemed' });
  expect(product.sandbox.faults.states().at(-1)?.applied).toBe(1);
  expect(await tasksOf(id)).toEqual([]);
});

it('a redemption that Dataverse refuses twice is a task of the owner, once, and leaves nothing half done', async () => {
  const { contactId, code, id } = await invite();
  refuse(id, 4);
  for (const time of ['first', 'second']) {
    const redemption = await redeem({ code, contactId }, product.context);
    expect([time, redemption]).toMatchObject([
      time,
      {
        outcome: 'failed',
        errorCode: 'INV_REDEMPTION_REFUSED',
        reason: expect.stringContaining('A plug-in said no.'),
      },
    ]);
  }
  const tasks = await tasksOf(id);
  const invitation = await product.read(id);
  expect(tasks).toMatchObject([
    {
      activityid: reportId('redemption', id, contactId),
      subject: 'Ann Example could not redeem the invitation “Partner portal”',
      description: expect.stringContaining('A plug-in said no.'),
      _ownerid_value: invitation._ownerid_value,
    },
  ]);
  expect(tasks).toHaveLength(1);
  expect(invitation).toMatchObject({ inv_redemptions: null });
  expect(await redeem({ code, contactId }, product.context)).toMatchObject({ outcome: 'redeemed' });
});

it('stays with the service where the owner may not own tasks', async () => {
  const { contactId, code, id } = await invite();
  refuse(id, 2);
  product.sandbox.faults.add({
    body: 'ownerid@odata.bind',
    times: 1,
    failure: { kind: 'error', status: 400, code: '0x80042f07', message: 'The owner has no rights.' },
  });
  expect(await redeem({ code, contactId }, product.context)).toMatchObject({ outcome: 'failed' });
  expect(await tasksOf(id)).toMatchObject([{ _ownerid_value: product.context.identity.userId }]);
});

it('a workflow that cannot be started is a task of the owner', async () => {
  const { contactId, code, id } = await invite({ 'inv_workflowid@odata.bind': `/workflows(${draft})` });
  expect(await redeem({ code, contactId }, product.context)).toMatchObject({ granted: { workflow: true } });
  expect(await product.run(workflowPlugin)).toEqual(['failed']);
  expect(await tasksOf(id)).toMatchObject([
    {
      activityid: reportId('workflow', id, contactId),
      subject: 'The workflow of the invitation “Partner portal” could not be started',
      description: expect.stringContaining('It is a draft.'),
      _ownerid_value: (await product.read(id))._ownerid_value,
    },
  ]);
});
