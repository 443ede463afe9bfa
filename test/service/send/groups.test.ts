import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { emailId } from '../../../plugins/invitation/ids.js';
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

it('a group of 500 whose service dies half-way, and then loses every fifth answer, mails everybody once', async () => {
  const { id, guests } = await requestedGroup(500);
  const { dataverse } = product.context;
  let mails = 0;
  const dying: Dataverse['write'] = async (writes) => {
    mails += 1;
    if (mails > 250) throw new Error('killed');
    return dataverse.write(writes);
  };
  await expect(
    runOnce(sendPlugin, { ...product.context, dataverse: { ...dataverse, write: dying } }),
  ).rejects.toThrow('killed');
  expect((await emailsOf(id)).length).toBe(250);
  expect(await product.read(id)).toMatchObject({ statuscode: status.sendRequested });

  const forgetful: Dataverse['write'] = async (writes) => {
    const call = (mails += 1);
    const outcome = await dataverse.write(writes);
    return call % 5 === 0 ? { kind: 'unknown', error: { message: 'The answer was lost.' } } : outcome;
  };
  const context = { ...product.context, dataverse: { ...dataverse, write: forgetful } };
  const words = [...(await runOnce(sendPlugin, context)), ...(await runOnce(sendPlugin, context))];
  expect(words.slice(0, 1)).toEqual([mails % 5 === 0 ? 'unknown' : 'sent']);
  const wanted = guests.map((contact) => emailId(id, contact, 1)).sort();
  expect((await emailsOf(id)).map(({ activityid }) => activityid).sort()).toEqual(wanted);
  expect(await product.read(id)).toMatchObject({
    statuscode: status.sent,
    inv_senddetail: '500 mails handed over for delivery.',
  });
});

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
