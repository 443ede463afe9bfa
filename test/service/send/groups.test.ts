import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const emailsOf = (id: string) =>
  product.admin.rows(`emails?$select=activityid&$filter=_regardingobjectid_value eq ${id}`);
const requestedGroup = async (contacts: number) => {
  const guests = await product.crowd(contacts, (contact) => ({
    emailaddress1: `${contact}@contoso.example`,
  }));
  const id = await product.invitation({ inv_type: type.group, inv_code: randomUUID() }, guests);
  await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
  await product.run(sendPlugin);
  return { id, guests };
};

it('a group that is cancelled while it is sent mails at most the wave under way', async () => {
  const { id } = await requestedGroup(60);
  const { dataverse } = product.context;
  let mails = 0;
  const write: Dataverse['write'] = async (writes) => {
    mails += 1;
    if (mails === 20) await product.manager.update(`inv_invitations(${id})`, { statuscode: status.new });
    return dataverse.write(writes);
  };
  const context = { ...product.context, dataverse: { ...dataverse, write } };
  await expect(runOnce(sendPlugin, context)).resolves.toEqual(['changed']);
  expect((await emailsOf(id)).length).toBe(20);
  expect(await product.read(id)).toMatchObject({ statuscode: status.new });
});
