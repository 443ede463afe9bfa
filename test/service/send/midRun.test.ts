import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { emailId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { manyToMany, set, status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const group = async (size: number, row: Record<string, unknown> = {}) => {
  const guests = await product.crowd(size, (contact) => ({ emailaddress1: `${contact}@contoso.example` }));
  const code = randomUUID();
  const id = await product.invitation({ inv_type: type.group, inv_code: code, ...row }, guests);
  await request(id);
  await expect(product.run(sendPlugin)).resolves.toEqual(['given']);
  return { id, guests, code };
};
const request = (id: string) => product.manager.update(`${set}(${id})`, { statuscode: status.sendRequested });
const mailsOf = async (id: string) =>
  (await product.admin.rows(`emails?$select=activityid&$filter=_regardingobjectid_value eq ${id}`))
    .map(({ activityid }) => String(activityid))
    .sort();
const idsOf = (id: string, contacts: readonly string[], generation = 1) =>
  contacts.map((contact) => emailId(id, contact, generation)).sort();

/** The service, with something happening right before a mail of its own: the first is 1. */
const beforeMail = (number: number, act: () => Promise<unknown>): PluginContext => {
  const { dataverse } = product.context;
  let mails = 0;
  const write: Dataverse['write'] = async (writes) => {
    mails += 1;
    if (mails === number) await act();
    return dataverse.write(writes);
  };
  return { ...product.context, dataverse: { ...dataverse, write } };
};

describe('a group that is cancelled in the middle', () => {
  it('and asked for again goes on with those who have no mail yet', async () => {
    const { id, guests } = await group(45);
    const cancel = () => product.manager.update(`${set}(${id})`, { statuscode: status.new });
    await expect(runOnce(sendPlugin, beforeMail(20, cancel))).resolves.toEqual(['changed']);
    expect(await mailsOf(id)).toHaveLength(20);
    expect(await product.read(id)).toMatchObject({ inv_sendgeneration: null });

    await request(id);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await mailsOf(id)).toEqual(idsOf(id, guests));
    expect(await product.read(id)).toMatchObject({ statuscode: status.sent, inv_sendgeneration: 1 });
  });

  it('is mailed anew, as another generation, only when it is asked for after it was Sent', async () => {
    const { id, guests } = await group(3);
    await product.run(sendPlugin);
    await request(id);
    await product.run(sendPlugin);
    expect(await mailsOf(id)).toEqual([...idsOf(id, guests), ...idsOf(id, guests, 2)].sort());
  });

  it('while it waits for its turn mails nobody', async () => {
    const { id } = await group(25);
    const words: string[] = [];
    for await (const rows of sendPlugin.due(product.context)) {
      await product.manager.update(`${set}(${id})`, { statuscode: status.new });
      for (const row of rows) words.push(await sendPlugin.run(row, product.context));
    }
    expect(words).toEqual(['changed']);
    expect(await mailsOf(id)).toEqual([]);
  });
});

describe('a group whose contacts change while it is sent', () => {
  it('mails who joined too, and the others once', async () => {
    const { id, guests } = await group(25);
    const late = await product.contact();
    const join = () =>
      product.admin.create(`${set}(${id})/${manyToMany.invitedContacts}/$ref`, {
        '@odata.id': `${product.sandbox.url}/api/data/v9.2/contacts(${late})`,
      });
    await expect(runOnce(sendPlugin, beforeMail(3, join))).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await mailsOf(id)).toEqual(idsOf(id, [...guests, late]));
    expect(await product.read(id)).toMatchObject({
      inv_sendgeneration: 1,
      inv_senddetail: '26 mails handed over for delivery.',
    });
  });

  it('does not count who left before the rest was taken up', async () => {
    const { id, guests } = await group(25);
    const [gone = ''] = [...guests].sort().reverse();
    const leave = async () => {
      await product.admin.remove(`${set}(${id})/${manyToMany.invitedContacts}(${gone})/$ref`);
      await product.manager.update(`${set}(${id})`, { inv_name: 'Another name' });
    };
    await expect(runOnce(sendPlugin, beforeMail(3, leave))).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await mailsOf(id)).toEqual(
      idsOf(
        id,
        guests.filter((contact) => contact !== gone),
      ),
    );
  });
});

it('a group that is redeemed up to its maximum in the middle mails nobody else', async () => {
  const { id, guests, code } = await group(45, { inv_maximumredemptions: 1 });
  const [contactId = ''] = guests;
  const fill = () => redeem({ code, contactId }, product.context);
  await expect(runOnce(sendPlugin, beforeMail(20, fill))).resolves.toEqual(['changed']);
  await expect(product.run(sendPlugin)).resolves.toEqual([]);
  expect(await mailsOf(id)).toHaveLength(20);
  expect(await product.read(id)).toMatchObject({ statuscode: status.redeemed, inv_redemptions: 1 });
});

describe('a single invitation that, between the read and the send,', () => {
  const single = async () => {
    const contact = await product.contact({ emailaddress1: `${randomUUID()}@contoso.example` });
    return { id: await product.single(contact, { statuscode: status.sendRequested }), contact };
  };

  it('is assigned to somebody else leaves in the name of the new owner', async () => {
    const { id } = await single();
    const owner = await product.admin.get('WhoAmI');
    const assign = () =>
      product.admin.update(`${set}(${id})`, {
        'ownerid@odata.bind': `/systemusers(${String(owner.UserId)})`,
      });
    await expect(runOnce(sendPlugin, beforeMail(1, assign))).resolves.toEqual(['changed']);
    expect(await mailsOf(id)).toEqual([]);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    const [mail = ''] = await mailsOf(id);
    const senders = await product.admin.rows(
      `activityparties?$filter=_activityid_value eq ${mail} and participationtypemask eq 1`,
    );
    expect(senders).toMatchObject([{ _partyid_value: owner.UserId }]);
  });

  it('is asked for once more is mailed once', async () => {
    const { id, contact } = await single();
    await expect(
      runOnce(
        sendPlugin,
        beforeMail(1, () => request(id)),
      ),
    ).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await mailsOf(id)).toEqual(idsOf(id, [contact]));
  });

  it('was committed without an answer, and is asked for again, is mailed once for each request', async () => {
    const { id, contact } = await single();
    product.sandbox.faults.set([{ body: 'SendEmail', times: 1, failure: { kind: 'dropAfter' } }]);
    await expect(product.run(sendPlugin)).resolves.toEqual(['unknown']);
    await request(id);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await mailsOf(id)).toEqual([...idsOf(id, [contact]), ...idsOf(id, [contact], 2)].sort());
    expect(await product.read(id)).toMatchObject({ inv_sendgeneration: 2 });
  });
});
