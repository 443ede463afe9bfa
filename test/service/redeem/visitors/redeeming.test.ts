import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityKey, linkId, newContactId, redemptionId } from '../../../../plugins/invitation/ids.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import { inviteRedemption, linkedIdentity } from '../../../../solution/schema.js';
import { costAtDoor } from '../../product/costAtDoor.js';
import { startProduct, type Product } from '../../product/product.js';
import { sampleSettings } from '../../product/settings.js';
import { group, invited, issuer, linksOf, person, someAddress } from './people.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => product.set(sampleSettings));
afterAll(() => product.close());

const { proof } = linkedIdentity;
const activity = (id: string, contact: string) =>
  product.admin.get(`${inviteRedemption.set}(${redemptionId(id, contact)})`);

describe('a visitor with the address of the invited contact', () => {
  it('redeems as the contact, and is linked to it', async () => {
    const { id, code, contact, address } = await invited(product);
    const visitor = person(address.toUpperCase(), { provider: 'Con\ntoso' });
    const cost = await costAtDoor(product.context, async (context) => {
      expect(await redeem({ code, visitor, ipAddress: '203.0.113.7' }, context)).toMatchObject({
        outcome: 'redeemed',
        contactId: contact,
      });
    });
    // Invitation, link and locks; members, contacts and links; count, link, activity and its completion.
    expect(cost).toEqual({ requests: 3, operations: 3 + 3 + 4 });
    const [link, ...more] = await linksOf(product, contact);
    expect(more).toEqual([]);
    expect(link).toMatchObject({
      inv_externalidentityid: linkId(identityKey(issuer, visitor.subject)),
      inv_issuer: issuer,
      inv_subject: visitor.subject,
      inv_identitykey: identityKey(issuer, visitor.subject),
      inv_provider: 'Con toso',
      inv_name: 'Ann Example at Con toso',
      inv_proof: proof.verifiedEmail,
      statecode: 0,
    });
    expect(await activity(id, contact)).toMatchObject({
      inv_identityprovider: 'Con toso',
      description: 'The account with which they signed in was linked to the contact.',
    });
  });

  it('is the contact at the next invitation without any address, and is not linked again', async () => {
    const { code, contact, address } = await invited(product);
    const visitor = person(address);
    await redeem({ code, visitor }, product.context);
    const next = await group(product, [contact]);
    const later = person(undefined, { subject: visitor.subject });
    const cost = await costAtDoor(product.context, async (context) => {
      expect(await redeem({ code: next.code, visitor: later }, context)).toMatchObject({
        outcome: 'redeemed',
        contactId: contact,
      });
    });
    expect(cost).toEqual({ requests: 3, operations: 3 + 3 + 4 });
    expect(await linksOf(product, contact)).toHaveLength(1);
  });

  it('gets the same answer again, though the invitation is used up by then', async () => {
    const { code, contact, address } = await invited(product);
    const visitor = person(address);
    const first = await redeem({ code, visitor }, product.context);
    expect(await redeem({ code, visitor }, product.context)).toEqual({
      outcome: 'alreadyRedeemed',
      reason: '',
      redemptionId: first.redemptionId,
      contactId: contact,
    });
  });

  it('with a quote in it redeems, and with a filter in it finds nobody', async () => {
    const address = `o'brien.${someAddress()}`;
    const contact = await product.contact({ emailaddress1: address });
    const { code } = await group(product, [contact]);
    const attack = person(`x' or emailaddress1 ne '`);
    expect(await redeem({ code, visitor: attack }, product.context)).toMatchObject({ outcome: 'notInvited' });
    const closing = person(`x');$expand=owninguser($select=fullname`);
    expect(await redeem({ code, visitor: closing }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    expect(await redeem({ code, visitor: person(address) }, product.context)).toMatchObject({
      outcome: 'redeemed',
      contactId: contact,
    });
  });

  it('but for an accent is somebody else, in a group too', async () => {
    const suffix = someAddress();
    const contact = await product.contact({ emailaddress1: `jose.${suffix}` });
    const { code } = await group(product, [contact]);
    for (const local of ['josé', 'JOSÉ', 'jose\u0301'])
      expect(await redeem({ code, visitor: person(`${local}.${suffix}`) }, product.context)).toMatchObject({
        outcome: 'notInvited',
      });
    expect(await linksOf(product, contact)).toEqual([]);
  });

  it('that contact has an identity already: takes nothing over, and the invitation stays intact', async () => {
    const { code, contact, address, id } = await invited(product);
    const first = await group(product, [contact]);
    await redeem({ code: first.code, visitor: person(address) }, product.context);
    const second = person(address);
    expect(await redeem({ code, visitor: second }, product.context)).toMatchObject({
      outcome: 'notInvited',
      errorCode: 'INV_IDENTITY_TAKEN',
    });
    expect(await linksOf(product, contact)).toHaveLength(1);
    expect(await product.read(id)).toMatchObject({ inv_redemptions: null });
  });

  it('is barred while an administrator has deactivated the link', async () => {
    const { contact, address, code } = await invited(product);
    const visitor = person(address);
    const first = await group(product, [contact]);
    await redeem({ code: first.code, visitor }, product.context);
    const [link] = await linksOf(product, contact);
    await product.admin.update(`${linkedIdentity.set}(${String(link?.inv_externalidentityid)})`, {
      statecode: 1,
      statuscode: 2,
    });
    expect(await redeem({ code, visitor }, product.context)).toMatchObject({
      outcome: 'notInvited',
      errorCode: 'INV_REDEEMER_NOT_INVITED',
    });
    // The owner of the address, with an account that is not barred.
    expect(await redeem({ code, visitor: person(address) }, product.context)).toMatchObject({
      outcome: 'redeemed',
      contactId: contact,
    });
  });
});

describe('two contacts with one address', () => {
  it('are two people to a group: each visitor gets one, and a third nobody', async () => {
    const address = someAddress();
    const twins = [
      await product.contact({ emailaddress1: address }),
      await product.contact({ emailaddress1: address }),
    ].sort();
    const { code } = await group(product, twins);
    const [one, two, three] = [person(address), person(address), person(address)];
    const as = async (visitor: ReturnType<typeof person>) => redeem({ code, visitor }, product.context);
    expect(await as(one)).toMatchObject({ outcome: 'redeemed', contactId: twins[0] });
    expect(await as(two)).toMatchObject({ outcome: 'redeemed', contactId: twins[1] });
    expect(await as(three)).toMatchObject({ outcome: 'notInvited', errorCode: 'INV_IDENTITY_TAKEN' });
    expect(await as(one)).toMatchObject({ outcome: 'alreadyRedeemed', contactId: twins[0] });
  });

  it('leave a visitor who is linked to the one at the invitation of the other', async () => {
    const { code, address, contact } = await invited(product);
    const duplicate = await product.contact({ emailaddress1: address });
    const visitor = person(address);
    const first = await group(product, [duplicate]);
    await redeem({ code: first.code, visitor }, product.context);
    expect(await redeem({ code, visitor }, product.context)).toMatchObject({
      outcome: 'redeemed',
      contactId: contact,
    });
    expect(await linksOf(product, contact)).toEqual([]);
    expect(await linksOf(product, duplicate)).toHaveLength(1);
  });
});

describe('a visitor whom nobody knows', () => {
  it('neither redeems nor burns the invitation, though they hold the code', async () => {
    const { code, id, contact } = await invited(product);
    const visitor = person(someAddress());
    expect(await redeem({ code, visitor }, product.context)).toMatchObject({
      outcome: 'notInvited',
      errorCode: 'INV_REDEEMER_NOT_INVITED',
    });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: null });
    expect(await linksOf(product, contact)).toEqual([]);
  });

  it('is the invited contact by the code where the makers say so, but not once it belongs to somebody', async () => {
    const { code, contact } = await invited(product);
    product.set({ linkingPolicy: 'code' });
    const visitor = person();
    expect(await redeem({ code, visitor }, product.context)).toMatchObject({
      outcome: 'redeemed',
      contactId: contact,
    });
    expect(await linksOf(product, contact)).toMatchObject([{ inv_proof: proof.invitationCode }]);
    const next = await product.single(contact, { inv_code: `next-${code}` });
    const attack = await redeem({ code: `next-${code}`, visitor: person() }, product.context);
    expect(attack).toMatchObject({ outcome: 'notInvited', errorCode: 'INV_IDENTITY_TAKEN' });
    expect(await product.read(next)).toMatchObject({ inv_redemptions: null });
  });
});

describe('where anyone may redeem', () => {
  beforeEach(() => product.set({ redeemerPolicy: 'anyone' }));

  it('a visitor whom nobody knows becomes a contact, with what the group grants', async () => {
    const account = `a${someAddress()}`;
    const accountid = newContactId(account);
    await product.admin.create('accounts', { accountid, name: 'Contoso' });
    const { code, id } = await group(product, [], { 'inv_accountid@odata.bind': `/accounts(${accountid})` });
    const address = someAddress();
    const visitor = person(address, { givenName: 'Ben\u0000', familyName: 'X'.repeat(90) });
    const cost = await costAtDoor(product.context, async (context) => {
      expect(await redeem({ code, visitor }, context)).toMatchObject({
        outcome: 'redeemed',
        granted: { account: 'Contoso', keptAccount: false },
      });
    });
    // One read more, of the contacts with the address; contact, link and parent besides the four of a group.
    expect(cost).toEqual({ requests: 3, operations: 4 + 3 + 7 });
    const contact = newContactId(identityKey(issuer, visitor.subject));
    expect(await product.admin.get(`contacts(${contact})`)).toMatchObject({
      firstname: 'Ben',
      lastname: 'X'.repeat(50),
      emailaddress1: address,
      _parentcustomerid_value: accountid,
    });
    expect(await linksOf(product, contact)).toMatchObject([{ inv_proof: proof.newContact }]);
    expect(await activity(id, contact)).toMatchObject({
      description: expect.stringContaining('The contact was created by this redemption.'),
    });
    const next = await group(product);
    expect(await redeem({ code: next.code, visitor }, product.context)).toMatchObject({ contactId: contact });
  });

  it('the one contact with the address redeems, and several are nobody', async () => {
    const address = someAddress();
    const contact = await product.contact({ emailaddress1: address });
    const first = await group(product);
    expect(await redeem({ code: first.code, visitor: person(address) }, product.context)).toMatchObject({
      contactId: contact,
    });
    const shared = someAddress();
    await product.contact({ emailaddress1: shared });
    await product.contact({ emailaddress1: shared });
    expect(await redeem({ code: first.code, visitor: person(shared) }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
  });

  it('nobody becomes a contact at a single invitation, or without an address', async () => {
    const { code } = await invited(product);
    const open = await group(product);
    const [stranger, nameless] = [person(someAddress()), person()];
    expect(await redeem({ code, visitor: stranger }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    expect(await redeem({ code: open.code, visitor: nameless }, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    const contacts = [stranger, nameless].map(({ subject }) => newContactId(identityKey(issuer, subject)));
    expect(
      await product.admin.rows(`contacts?$filter=${contacts.map((id) => `contactid eq ${id}`).join(' or ')}`),
    ).toEqual([]);
  });
});
