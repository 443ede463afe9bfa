import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Row } from '../../../plugins/dataverse/door.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

const { sendResult, status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const single = (contact: string | undefined, row: Row = {}) =>
  product.single(contact, { statuscode: status.sendRequested, ...row });
const emails = (id: string) => product.admin.rows(`emails?$filter=_regardingobjectid_value eq ${id}`);

describe('nothing is mailed, and the invitation says why,', () => {
  const cases: readonly [string, () => Promise<string>, number, number, string][] = [
    [
      'without an address',
      async () => single(await product.contact({ emailaddress1: null })),
      status.sendFailed,
      sendResult.noEmailAddress,
      'emailaddress1',
    ],
    [
      'with a second address only',
      async () =>
        single(await product.contact({ emailaddress1: null, emailaddress2: 'second@contoso.example' })),
      status.sendFailed,
      sendResult.noEmailAddress,
      'emailaddress1',
    ],
    [
      'to an inactive contact',
      async () => {
        const contact = await product.contact();
        await product.admin.update(`contacts(${contact})`, { statecode: 1, statuscode: 2 });
        return single(contact);
      },
      status.sendFailed,
      sendResult.contactInactive,
      'inactive',
    ],
    [
      'to a contact who allows no email',
      async () => single(await product.contact({ donotemail: true })),
      status.sendFailed,
      sendResult.doNotEmail,
      'does not allow',
    ],
    [
      'after the expiry date',
      async () => single(await product.contact(), { inv_expirydate: '2020-01-01' }),
      status.sendFailed,
      sendResult.expired,
      'expiry date',
    ],
    ['to nobody', async () => single(undefined), status.sendFailed, sendResult.noRecipient, 'Nobody'],
    [
      'when it is redeemed already, and stays redeemed',
      async () => {
        const id = await single(await product.contact());
        await product.admin.update(`inv_invitations(${id})`, { inv_redemptions: 1 });
        return id;
      },
      status.redeemed,
      sendResult.alreadyRedeemed,
      'redeemed already',
    ],
    [
      'from an owner without a mailbox',
      async () => {
        const id = await single(await product.contact());
        await product.admin.update(`inv_invitations(${id})`, {
          'ownerid@odata.bind': `/systemusers(${product.context.identity.userId})`,
        });
        return id;
      },
      status.sendFailed,
      sendResult.noSender,
      'cannot send mail',
    ],
  ];

  it.each(cases)('%s', async (_, given, statuscode, inv_sendresult, words) => {
    const id = await given();
    await expect(product.run(sendPlugin)).resolves.toEqual(['skipped']);
    const row = await product.read(id);
    expect(row).toMatchObject({ statuscode, inv_sendresult, inv_senddetail: expect.stringContaining(words) });
    expect(row.inv_senddetail).not.toMatch(/@/u);
    expect(await emails(id)).toEqual([]);
    await expect(product.run(sendPlugin)).resolves.toEqual([]);
  });
});

describe('a group', () => {
  it('is mailed to those who can be, once each, and names the others', async () => {
    const good = [await product.contact(), await product.contact()];
    const deaf = await product.contact({ firstname: 'Dora', lastname: 'Deaf', donotemail: true });
    const lost = await product.contact({ firstname: 'Lou', lastname: 'Lost', emailaddress1: null });
    const id = await product.invitation({ inv_type: type.group, inv_maximumredemptions: 2 }, [
      ...good,
      deaf,
      lost,
    ]);
    await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
    await expect(product.run(sendPlugin)).resolves.toEqual(['given']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    const row = await product.read(id);
    expect(row).toMatchObject({ statuscode: status.sent, inv_sendresult: sendResult.partlySent });
    expect(row.inv_senddetail).toMatch(/^2 mails handed over for delivery\. Not mailed: /u);
    expect(row.inv_senddetail).toContain('Dora Deaf (does not allow email)');
    expect(row.inv_senddetail).toContain('Lou Lost (no valid address in Email)');
    expect(await emails(id)).toHaveLength(2);
  });

  it('is not mailed again to those who have redeemed', async () => {
    const [ann, ben] = [await product.contact(), await product.contact()];
    const id = await product.invitation({ inv_type: type.group }, [ann, ben]);
    await product.admin.link(`inv_invitations(${id})`, 'inv_invitation_redeemedcontacts', `contacts(${ann})`);
    await product.admin.update(`inv_invitations(${id})`, {
      inv_redemptions: 1,
      statuscode: status.sendRequested,
    });
    await product.run(sendPlugin);
    await product.run(sendPlugin);
    const [mail, ...others] = await emails(id);
    expect(others).toEqual([]);
    const parties = await product.admin.rows(
      `activityparties?$filter=_activityid_value eq ${String(mail?.activityid)} and participationtypemask eq 2`,
    );
    expect(parties.map((party) => party._partyid_value)).toEqual([ben]);
  });

  it('of 120 costs two operations a mail, and few to see that it still stands', async () => {
    const guests = await product.crowd(120, (contact) => ({ emailaddress1: `${contact}@contoso.example` }));
    const id = await product.invitation({ inv_type: type.group, inv_code: randomUUID() }, guests);
    await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
    await product.run(sendPlugin);
    const cost = await product.cost(() => product.run(sendPlugin));
    expect(await product.read(id)).toMatchObject({ inv_senddetail: '120 mails handed over for delivery.' });
    const [page, shared, contacts, sent] = [1, 3, 1, 1];
    /** What is mailed already, whether it still stands before each wave, and whether somebody joined. */
    const [mailed, waves, joined] = [1, 6, 1];
    const looks = mailed + waves + joined;
    expect(cost.operations).toBe(page + shared + contacts + 2 * 120 + looks + sent);
    // The door gathers the mails of a wave; alone each would be a request.
    expect(cost.requests).toBeLessThanOrEqual(1 + 1 + 1 + 120 + looks);
  });
});
