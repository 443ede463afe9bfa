import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { invitation, inviteRedemption } from '../../../solution/schema.js';
import { costAtDoor } from '../product/costAtDoor.js';
import { startProduct, type Product } from '../product/product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const single = (contact: string, row = {}) => product.single(contact, { inv_code: randomUUID(), ...row });
const codeOf = async (id: string): Promise<string> => {
  await product.run(codePlugin);
  return String((await product.read(id)).inv_code);
};
const activity = (id: string, contact: string) =>
  product.admin.get(`${inviteRedemption.set}(${redemptionId(id, contact)})`);

describe('a single invitation', () => {
  it('counts, knows who redeemed it, and leaves a completed activity on both timelines', async () => {
    const contact = await product.contact({ firstname: 'Ann', lastname: 'Example' });
    const id = await single(contact);
    const code = await codeOf(id);
    const redemption = await redeem(
      {
        code: ` ${code.toUpperCase()} `,
        contactId: contact,
        ipAddress: '203.0.113.7',
        identityProvider: 'entra',
      },
      product.context,
    );
    expect(redemption).toEqual({
      outcome: 'redeemed',
      reason: '',
      redemptionId: redemptionId(id, contact),
      contactId: contact,
      granted: { keptAccount: false, webRoles: [], workflow: false },
    });
    expect(await product.read(id)).toMatchObject({
      inv_redemptions: 1,
      _inv_redeemedcontactid_value: contact,
      statecode: 0,
      statuscode: invitation.status.redeemed,
    });
    expect(await activity(id, contact)).toMatchObject({
      subject: 'Ann Example redeemed the invitation “Partner portal”',
      _regardingobjectid_value: id,
      _inv_contactid_value: contact,
      inv_ipaddress: '203.0.113.7',
      inv_identityprovider: 'entra',
      inv_workflowstate: inviteRedemption.workflowState.none,
      statecode: inviteRedemption.state.completed,
    });
    const parties = await product.admin.rows(
      `activityparties?$filter=_activityid_value eq ${redemptionId(id, contact)} and participationtypemask eq 11`,
    );
    expect(parties.map((party) => party._partyid_value)).toEqual([contact]);
  });

  it('costs two requests: three reads in one, one transaction of three writes', async () => {
    const contact = await product.contact();
    const id = await single(contact);
    const code = await codeOf(id);
    const cost = await costAtDoor(product.context, (context) =>
      redeem({ code, contactId: contact }, context),
    );
    expect(cost).toEqual({ requests: 2, operations: 3 + 3 });
  });

  it('answers its contact the same again, and nothing happens twice', async () => {
    const contact = await product.contact();
    const id = await single(contact);
    const request = { code: await codeOf(id), contactId: contact };
    await redeem(request, product.context);
    const again = await redeem(request, product.context);
    expect(again).toEqual({
      outcome: 'alreadyRedeemed',
      reason: '',
      contactId: contact,
      redemptionId: redemptionId(id, contact),
    });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('is neither redeemed nor burnt by somebody else', async () => {
    const [contact, stranger] = [await product.contact(), await product.contact()];
    const id = await single(contact);
    const code = await codeOf(id);
    expect(await redeem({ code, contactId: stranger }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    expect(await product.read(id)).toMatchObject({
      inv_redemptions: null,
      statuscode: invitation.status.new,
    });
    expect(await redeem({ code, contactId: contact }, product.context)).toMatchObject({
      outcome: 'redeemed',
    });
  });
});

describe('a redemption grants', () => {
  const account = async () => {
    const id = randomUUID();
    await product.admin.create('accounts', { accountid: id, name: `Account ${id.slice(0, 4)}` });
    return id;
  };
  const role = async () => {
    const id = randomUUID();
    await product.admin.create('inv_webroles', { inv_webroleid: id, inv_name: 'Member', inv_key: id });
    return id;
  };
  const rolesOf = async (contact: string) => {
    const row = await product.admin.get(
      `contacts(${contact})?$expand=inv_webrole_contacts($select=inv_webroleid)`,
    );
    return (row.inv_webrole_contacts as { inv_webroleid: string }[])
      .map(({ inv_webroleid }) => inv_webroleid)
      .sort();
  };

  it('the account to a contact without a company', async () => {
    const [contact, company] = [await product.contact(), await account()];
    const id = await single(contact, { 'inv_accountid@odata.bind': `/accounts(${company})` });
    await redeem({ code: await codeOf(id), contactId: contact }, product.context);
    expect(await product.admin.get(`contacts(${contact})`)).toMatchObject({
      _parentcustomerid_value: company,
    });
  });

  it('another account in place of the one before, where the makers say so, and says so', async () => {
    const [own, company] = [await account(), await account()];
    const contact = await product.contact({ 'parentcustomerid_account@odata.bind': `/accounts(${own})` });
    const id = await single(contact, { 'inv_accountid@odata.bind': `/accounts(${company})` });
    product.set({ accountPolicy: 'replace' });
    const redemption = await redeem({ code: await codeOf(id), contactId: contact }, product.context);
    product.set({ accountPolicy: 'keep' });
    const name = `Account ${company.slice(0, 4)}`;
    expect(redemption.granted).toEqual({ account: name, keptAccount: false, webRoles: [], workflow: false });
    expect(await product.admin.get(`contacts(${contact})`)).toMatchObject({
      _parentcustomerid_value: company,
    });
    expect(await activity(id, contact)).toMatchObject({
      description: `Company: ${name}, in place of another one.`,
    });
  });

  it('no account to a contact of another company, and says so', async () => {
    const [own, company] = [await account(), await account()];
    const contact = await product.contact({ 'parentcustomerid_account@odata.bind': `/accounts(${own})` });
    const id = await single(contact, { 'inv_accountid@odata.bind': `/accounts(${company})` });
    await redeem({ code: await codeOf(id), contactId: contact }, product.context);
    expect(await product.admin.get(`contacts(${contact})`)).toMatchObject({ _parentcustomerid_value: own });
    expect(await activity(id, contact)).toMatchObject({
      description: expect.stringContaining('was not assigned'),
    });
  });

  it('the active web roles that the contact lacks', async () => {
    const [has, gets, retired] = [await role(), await role(), await role()];
    await product.admin.update(`inv_webroles(${retired})`, { statecode: 1, statuscode: 2 });
    const contact = await product.contact();
    await product.admin.link(`contacts(${contact})`, 'inv_webrole_contacts', `inv_webroles(${has})`);
    const id = await single(contact);
    for (const each of [has, gets, retired]) {
      await product.manager.link(
        `inv_invitations(${id})`,
        'inv_invitation_webroles',
        `inv_webroles(${each})`,
      );
    }
    const code = await codeOf(id);
    const cost = await costAtDoor(product.context, (context) =>
      redeem({ code, contactId: contact }, context),
    );
    expect(await rolesOf(contact)).toEqual([has, gets].sort());
    expect(cost).toEqual({ requests: 2, operations: 3 + 4 });
  });
});

describe('a group', () => {
  const group = (invited: readonly string[], row = {}) =>
    product.invitation({ inv_type: invitation.type.group, inv_code: randomUUID(), ...row }, invited);
  const redeemed = async (id: string) => {
    const row = await product.admin.get(
      `inv_invitations(${id})?$expand=inv_invitation_redeemedcontacts($select=contactid)`,
    );
    return (row.inv_invitation_redeemedcontacts as { contactid: string }[])
      .map(({ contactid }) => contactid)
      .sort();
  };

  it('is Redeemed when its maximum is reached, and knows by whom', async () => {
    const [ann, ben, cem] = [await product.contact(), await product.contact(), await product.contact()];
    const id = await group([ann, ben, cem], { inv_maximumredemptions: 2 });
    const code = await codeOf(id);
    expect(await redeem({ code, contactId: ann }, product.context)).toMatchObject({ outcome: 'redeemed' });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1, statuscode: invitation.status.new });
    expect(await redeem({ code, contactId: ben }, product.context)).toMatchObject({ outcome: 'redeemed' });
    expect(await product.read(id)).toMatchObject({
      inv_redemptions: 2,
      statuscode: invitation.status.redeemed,
      _inv_redeemedcontactid_value: null,
    });
    expect(await redeem({ code, contactId: cem }, product.context)).toMatchObject({ outcome: 'invalidCode' });
    expect(await redeem({ code, contactId: ann }, product.context)).toMatchObject({
      outcome: 'alreadyRedeemed',
    });
    expect(await redeemed(id)).toEqual([ann, ben].sort());
  });

  it('without a maximum goes on', async () => {
    const guests = [await product.contact(), await product.contact()];
    const id = await group(guests);
    const code = await codeOf(id);
    for (const contactId of guests) await redeem({ code, contactId }, product.context);
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 2, statuscode: invitation.status.new });
  });

  it('is open to anyone who has the code where the policy says so', async () => {
    const stranger = await product.contact();
    const id = await group([]);
    const code = await codeOf(id);
    expect(await redeem({ code, contactId: stranger }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    product.set({ redeemerPolicy: 'anyone' });
    const redemption = await redeem({ code, contactId: stranger }, product.context);
    product.set({ redeemerPolicy: 'invited' });
    expect(redemption).toMatchObject({ outcome: 'redeemed' });
    expect(await redeemed(id)).toEqual([stranger]);
  });
});

describe('a code is good', () => {
  it.each([
    ['Pacific/Auckland', '2026-05-10T11:59:59Z', '2026-05-10T12:00:00Z'],
    ['Pacific/Kiritimati', '2026-05-10T09:59:59Z', '2026-05-10T10:00:00Z'],
    ['Etc/GMT+12', '2026-05-11T11:59:59Z', '2026-05-11T12:00:00Z'],
  ])('through the end of the expiry day in %s, and not a second longer', async (timeZone, last, over) => {
    product.set({ timeZone });
    const contact = await product.contact();
    const id = await single(contact, { inv_expirydate: '2026-05-10' });
    const request = { code: await codeOf(id), contactId: contact };
    const at = (now: string) => ({ ...product.context, now: () => new Date(now) });
    expect(await redeem(request, at(over))).toMatchObject({ outcome: 'invalidCode' });
    expect(await redeem(request, at(last))).toMatchObject({ outcome: 'redeemed' });
    product.set({ timeZone: 'UTC' });
  });

  it('no longer once it was edited, even before the new one is hashed', async () => {
    const contact = await product.contact();
    const id = await single(contact);
    const code = await codeOf(id);
    await product.manager.update(`inv_invitations(${id})`, { inv_code: `${code}-new` });
    expect(await redeem({ code, contactId: contact }, product.context)).toMatchObject({
      outcome: 'invalidCode',
    });
    expect(await redeem({ code: await codeOf(id), contactId: contact }, product.context)).toMatchObject({
      outcome: 'redeemed',
    });
  });

  it('no longer once the invitation is deactivated', async () => {
    const contact = await product.contact();
    const id = await single(contact);
    const code = await codeOf(id);
    await product.manager.update(`inv_invitations(${id})`, { statecode: 1, statuscode: 2 });
    expect(await redeem({ code, contactId: contact }, product.context)).toMatchObject({
      outcome: 'invalidCode',
    });
  });

  it('for no inactive contact', async () => {
    const contact = await product.contact();
    const id = await single(contact);
    const code = await codeOf(id);
    await product.admin.update(`contacts(${contact})`, { statecode: 1, statuscode: 2 });
    expect(await redeem({ code, contactId: contact }, product.context)).toMatchObject({
      outcome: 'contactInactive',
    });
  });
});
