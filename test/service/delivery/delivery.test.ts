import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { deliveryPlugin } from '../../../plugins/delivery/plugin.js';
import { emailId } from '../../../plugins/invitation/ids.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { changeEmail } from '../../../sandbox/dataverse/email/changeEmail.js';
import { systemSession } from '../../../sandbox/dataverse/organization/systemSession.js';
import { invitation } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { sendResult, status, type } = invitation;
/** Status reasons of an email: Failed, Canceled. */
const [failed, cancelled] = [8, 5];
const minute = 60_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const requestSend = (id: string) =>
  product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
const sent = async () => {
  const contact = await product.contact();
  const id = await product.single(contact);
  await requestSend(id);
  await product.run(sendPlugin);
  return { id, contact };
};
const sentGroup = async () => {
  const guests = [await product.contact(), await product.contact(), await product.contact()];
  const id = await product.invitation({ inv_type: type.group, inv_code: randomUUID() }, guests);
  await requestSend(id);
  await product.run(sendPlugin);
  await product.run(sendPlugin);
  return { id, guests };
};
/** What server-side synchronization does when it gives up. */
const fail = (email: string) => changeEmail(systemSession(product.sandbox.organization), email, failed);
/** The plugin's round, so many minutes from now. */
const runIn = (minutes: number) =>
  runOnce(deliveryPlugin, {
    ...product.context,
    now: () => new Date(product.sandbox.clock.now().getTime() + minutes * minute),
  });

describe('an invitation whose mail', () => {
  it('was delivered, or may still be, stays Sent', async () => {
    const { id } = await sent();
    await expect(runIn(29)).resolves.toEqual([]);
    await product.post.deliver();
    await expect(runIn(60)).resolves.toEqual([]);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sent,
      inv_sendresult: sendResult.sent,
    });
  });

  it('failed says so', async () => {
    const { id, contact } = await sent();
    fail(emailId(id, contact, 1));
    await expect(runIn(0)).resolves.toEqual(['failed']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.deliveryFailed,
      inv_senddetail: expect.stringContaining('could not deliver 1 mail'),
    });
    await expect(runIn(0)).resolves.toEqual([]);
  });

  it('waits too long says so, and is Sent again when the mail leaves after all', async () => {
    const { id } = await sent();
    await expect(runIn(31)).resolves.toEqual(['late']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.deliveryLate,
      inv_senddetail: expect.stringContaining('mailbox'),
    });
    await expect(runIn(32)).resolves.toEqual([]);
    await product.post.deliver();
    await expect(runIn(33)).resolves.toEqual(['delivered']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sent,
      inv_sendresult: sendResult.sent,
    });
  });

  it('was late and failed in the end says failed', async () => {
    const { id, contact } = await sent();
    await runIn(31);
    fail(emailId(id, contact, 1));
    await expect(runIn(32)).resolves.toEqual(['failed']);
    expect(await product.read(id)).toMatchObject({ inv_sendresult: sendResult.deliveryFailed });
  });

  it('was cancelled says so, once', async () => {
    const { id, contact } = await sent();
    changeEmail(systemSession(product.sandbox.organization), emailId(id, contact, 1), cancelled);
    await expect(runIn(0)).resolves.toEqual(['cancelled']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.deliveryFailed,
      inv_senddetail: expect.stringContaining('cancelled 1 mail'),
    });
    await expect(runIn(0)).resolves.toEqual([]);
  });

  it('is tidied away stays Sent', async () => {
    const { id, contact } = await sent();
    await product.post.deliver();
    await product.admin.remove(`emails(${emailId(id, contact, 1)})`);
    await expect(runIn(60)).resolves.toEqual([]);
    expect(await product.read(id)).toMatchObject({ statuscode: status.sent });
  });

  it('went to a contact who is not invited any more stays Sent', async () => {
    const { id } = await sent();
    await product.post.deliver();
    await product.manager.update(`inv_invitations(${id})`, {
      'inv_contactid@odata.bind': `/contacts(${await product.contact()})`,
    });
    await expect(runIn(60)).resolves.toEqual([]);
  });

  it('failed an earlier time is judged by the mail that was sent since', async () => {
    const { id, contact } = await sent();
    fail(emailId(id, contact, 1));
    await runIn(0);
    await requestSend(id);
    await product.run(sendPlugin);
    await product.post.deliver();
    await expect(runIn(60)).resolves.toEqual([]);
    expect(await product.read(id)).toMatchObject({ statuscode: status.sent, inv_sendgeneration: 2 });
  });

  it('failed, but which was redeemed all the same, stays Redeemed', async () => {
    const { id, contact } = await sent();
    fail(emailId(id, contact, 1));
    const { dataverse } = product.context;
    const redeemedMeanwhile = {
      ...product.context,
      dataverse: {
        ...dataverse,
        write: async (writes: Parameters<typeof dataverse.write>[0]) => {
          await product.admin.update(`inv_invitations(${id})`, {
            inv_redemptions: 1,
            statuscode: status.redeemed,
          });
          return dataverse.write(writes);
        },
      },
    };
    await expect(runOnce(deliveryPlugin, redeemedMeanwhile)).resolves.toEqual(['changed']);
    await expect(runIn(0)).resolves.toEqual([]);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.redeemed,
      inv_sendresult: sendResult.sent,
    });
  });
});

describe('a group', () => {
  it('with one mail that failed counts it', async () => {
    const { id, guests } = await sentGroup();
    fail(emailId(id, guests[1] ?? '', 1));
    await expect(runIn(0)).resolves.toEqual(['failed']);
    expect(await product.read(id)).toMatchObject({ inv_senddetail: expect.stringContaining('1 mail') });
  });

  it('is Sent again only when the last of its late mails has left', async () => {
    const { id, guests } = await sentGroup();
    await expect(runIn(31)).resolves.toEqual(['late']);
    const session = systemSession(product.sandbox.organization);
    const [held = '', ...others] = guests.map((contact) => emailId(id, contact, 1));
    for (const email of others) changeEmail(session, email, 3);
    await expect(runIn(32)).resolves.toEqual([]);
    changeEmail(session, held, 3);
    await expect(runIn(33)).resolves.toEqual(['delivered']);
  });
});

it('looks with one request when all is well', async () => {
  await sent();
  const cost = await product.cost(() => runIn(1));
  expect(cost.requests).toBe(1);
});
