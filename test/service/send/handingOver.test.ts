import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { sendResult, status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const single = async () => {
  const address = `${randomUUID()}@contoso.example`;
  const contact = await product.contact({ emailaddress1: address });
  const id = await product.single(contact, { statuscode: status.sendRequested });
  return { id, contact, address };
};
const group = async (size: number) => {
  const guests = await product.crowd(size, (contact) => ({ emailaddress1: `${contact}@contoso.example` }));
  const id = await product.invitation({ inv_type: type.group, inv_code: randomUUID() }, guests);
  await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
  await expect(product.run(sendPlugin)).resolves.toEqual(['given']);
  return { id, guests };
};
const emails = (id: string) => product.admin.rows(`emails?$filter=_regardingobjectid_value eq ${id}`);

/** The service, with something happening right before its next transaction. */
const meanwhile = (act: () => Promise<unknown>): PluginContext => {
  const { dataverse } = product.context;
  const write: Dataverse['write'] = async (writes) => {
    await act();
    return dataverse.write(writes);
  };
  return { ...product.context, dataverse: { ...dataverse, write } };
};

describe('a lost answer', () => {
  it.each([
    ['after the commit: the mail is there, once', { kind: 'dropAfter' }, []],
    ['before anything was executed: the next round sends', { kind: 'dropBefore' }, ['sent']],
    ['behind a gateway: the next round sends', { kind: 'badGateway' }, ['sent']],
    ['with a 503: the next round sends', { kind: 'unavailable' }, ['sent']],
  ] as const)('%s', async (_, failure, next) => {
    const { id, address } = await single();
    product.sandbox.faults.set([{ body: 'SendEmail', times: 1, failure }]);
    await expect(product.run(sendPlugin)).resolves.toEqual(['unknown']);
    await expect(product.run(sendPlugin)).resolves.toEqual(next);
    await product.post.deliver();
    expect(await product.post.mailsTo(address)).toHaveLength(1);
    expect(await product.read(id)).toMatchObject({ statuscode: status.sent, inv_sendgeneration: 1 });
  });
});

describe('in mid-flight', () => {
  it('a deleted invitation sends nothing', async () => {
    const { id, address } = await single();
    const context = meanwhile(() => product.admin.remove(`inv_invitations(${id})`));
    await expect(runOnce(sendPlugin, context)).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual([]);
    await product.post.deliver();
    expect(await product.post.mailsTo(address)).toEqual([]);
  });

  it('a cancelled request sends nothing', async () => {
    const { id, address } = await single();
    const context = meanwhile(() =>
      product.manager.update(`inv_invitations(${id})`, { statuscode: status.new }),
    );
    await expect(runOnce(sendPlugin, context)).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual([]);
    await product.post.deliver();
    expect(await product.post.mailsTo(address)).toEqual([]);
    expect(await emails(id)).toEqual([]);
  });

  it('another contact gets the mail instead of the first', async () => {
    const { id, address } = await single();
    const other = await product.contact({ emailaddress1: `${randomUUID()}@contoso.example` });
    const context = meanwhile(() =>
      product.manager.update(`inv_invitations(${id})`, { 'inv_contactid@odata.bind': `/contacts(${other})` }),
    );
    await expect(runOnce(sendPlugin, context)).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    await product.post.deliver();
    expect(await product.post.mailsTo(address)).toEqual([]);
    expect(await emails(id)).toHaveLength(1);
  });

  it('a deleted contact leaves the invitation with the reason', async () => {
    const { id, contact } = await single();
    const context = meanwhile(() => product.admin.remove(`contacts(${contact})`));
    await expect(runOnce(sendPlugin, context)).resolves.toEqual(['changed']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['skipped']);
    expect(await product.read(id)).toMatchObject({ inv_sendresult: sendResult.noRecipient });
  });
});

describe('two services', () => {
  it('that take up the same requests mail everybody once', async () => {
    const requests = await Promise.all(Array.from({ length: 10 }, single));
    const words = await Promise.all([
      runOnce(sendPlugin, product.context),
      runOnce(sendPlugin, product.secondService()),
    ]);
    expect(words.flat().filter((word) => word === 'sent')).toHaveLength(10);
    await product.post.deliver();
    for (const { address } of requests) expect(await product.post.mailsTo(address)).toHaveLength(1);
  });
});

describe('a group', () => {
  it('whose sending broke off goes on with those who have no mail yet', async () => {
    const { id, guests } = await group(5);
    const { dataverse } = product.context;
    let mails = 0;
    /** Dies after the second mail. */
    const dying: Dataverse['write'] = async (writes) => {
      mails += 1;
      if (mails > 2) throw new Error('killed');
      return dataverse.write(writes);
    };
    const context = { ...product.context, dataverse: { ...dataverse, write: dying } };
    await expect(runOnce(sendPlugin, context)).rejects.toThrow('killed');
    expect(await emails(id)).toHaveLength(2);
    expect(await product.read(id)).toMatchObject({ statuscode: status.sendRequested });

    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await emails(id)).toHaveLength(guests.length);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sent,
      inv_senddetail: '5 mails handed over for delivery.',
    });
  });
});

describe('what Dataverse refuses', () => {
  it('is on the invitation in words, without the address, and can be sent again when it is mended', async () => {
    const { id, address } = await single();
    const owner = String((await product.read(id))._ownerid_value);
    await product.admin.update(`usersettingscollection(${owner})`, { issendasallowed: false });
    await expect(product.run(sendPlugin)).resolves.toEqual(['refused']);
    const row = await product.read(id);
    expect(row).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.refusedByDataverse,
      inv_senddetail: expect.stringContaining('must allow others to send on their behalf'),
      inv_sendgeneration: null,
    });
    expect(row.inv_senddetail).not.toMatch(/@/u);
    expect(await emails(id)).toEqual([]);

    await product.admin.update(`usersettingscollection(${owner})`, { issendasallowed: true });
    await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    await product.post.deliver();
    expect(await product.post.mailsTo(address)).toHaveLength(1);
  });
});
