import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { workflowPlugin } from '../../../plugins/redeem/workflowPlugin.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation, redemptionRequest } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

/** "Create a welcome task for the contact", a process of the sandbox. */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const requested = { statuscode: invitation.status.sendRequested };

it('200 single invitations cost three operations each, and five about them all', async () => {
  // What is read once and kept: the template, the columns of contact.
  await product.single(await product.contact(), requested);
  await product.run(sendPlugin);

  const guests = await product.crowd(200, (id) => ({ emailaddress1: `${id}@contoso.example` }));
  for (const guest of guests) await product.single(guest, requested);
  const cost = await product.cost(() => product.run(sendPlugin));
  const page = { requests: 1, operations: 1 };
  const canCodesBeRead = { requests: 1, operations: 1 };
  const whatItsSendsShare = { requests: 1, operations: 3 };
  const before = [page, canCodesBeRead, whatItsSendsShare];
  expect(cost.operations).toBe(before.reduce((sum, { operations }) => sum + operations, 200 * 3));
  // Each could travel alone; the door gathers those that wait.
  expect(cost.requests).toBeLessThanOrEqual(before.reduce((sum, { requests }) => sum + requests, 200));
});

it.each([
  ['two requests', {}, 2],
  ['three with a workflow', { 'inv_workflowid@odata.bind': `/workflows(${welcomeTask})` }, 3],
])('a redemption costs %s, besides the looks at what is due', async (_, row, requests) => {
  const looks = async () => {
    await product.run(redeemPlugin);
    await product.run(workflowPlugin);
  };
  const idle = await product.cost(looks);
  const [contact, code] = [await product.contact(), randomUUID()];
  await product.single(contact, { inv_code: code, ...row });
  await product.run(codePlugin);
  await product.admin.create(redemptionRequest.set, {
    inv_name: 'at the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
  });
  const cost = await product.cost(looks);
  expect(cost.requests - idle.requests).toBe(requests);
});
