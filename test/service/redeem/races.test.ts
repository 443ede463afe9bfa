import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import type { Redemption } from '../../../plugins/redeem/redemption.js';
import { invitation } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const ready = async (row: object, invited: readonly string[] = []) => {
  const code = randomUUID();
  const id = await product.invitation({ inv_code: code, ...row }, invited);
  await product.run(codePlugin);
  return { id, code };
};
const tally = (redemptions: readonly Redemption[]) => {
  const counts: Record<string, number> = {};
  for (const { outcome } of redemptions) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};
const activities = (id: string) =>
  product.admin.rows(`inv_inviteredemptions?$select=activityid&$filter=_regardingobjectid_value eq ${id}`);

describe('under a burst', () => {
  it('a single invitation is redeemed by one of 50, and everybody gets a definite answer', async () => {
    const guests = await product.crowd(50);
    const { id, code } = await ready({ inv_type: invitation.type.single });
    product.set({ redeemerPolicy: 'anyone' });
    const redemptions = await Promise.all(
      guests.map((contactId) => redeem({ code, contactId }, product.context)),
    );
    product.set({ redeemerPolicy: 'invited' });
    expect(tally(redemptions)).toEqual({ redeemed: 1, invalidCode: 49 });
    expect(await activities(id)).toHaveLength(1);
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('a group of ten takes exactly ten of 200', async () => {
    const guests = await product.crowd(200);
    const { id, code } = await ready({ inv_type: invitation.type.group, inv_maximumredemptions: 10 });
    product.set({ redeemerPolicy: 'anyone' });
    const redemptions = await Promise.all(
      guests.map((contactId) => redeem({ code, contactId }, product.context)),
    );
    product.set({ redeemerPolicy: 'invited' });
    expect(tally(redemptions)).toEqual({ redeemed: 10, invalidCode: 190 });
    expect(await activities(id)).toHaveLength(10);
    expect(await product.read(id)).toMatchObject({
      inv_redemptions: 10,
      statuscode: invitation.status.redeemed,
    });
  }, 20_000);

  it('a group of ten takes exactly ten of 40 though two services redeem side by side', async () => {
    const guests = await product.crowd(40);
    const { id, code } = await ready({ inv_type: invitation.type.group, inv_maximumredemptions: 10 });
    product.set({ redeemerPolicy: 'anyone' });
    const services = [product.context, product.secondService()];
    const redemptions = await Promise.all(
      guests.map((contactId, index) => redeem({ code, contactId }, services[index % 2] ?? product.context)),
    );
    product.set({ redeemerPolicy: 'invited' });
    expect(tally(redemptions)).toEqual({ redeemed: 10, invalidCode: 30 });
    expect(await activities(id)).toHaveLength(10);
  }, 20_000);

  it('one contact who asks 20 times redeems once', async () => {
    const [contact = ''] = await product.crowd(1);
    const { id, code } = await ready({ inv_type: invitation.type.group }, [contact]);
    const redemptions = await Promise.all(
      Array.from({ length: 20 }, () => redeem({ code, contactId: contact }, product.context)),
    );
    expect(tally(redemptions)).toEqual({ redeemed: 1, alreadyRedeemed: 19 });
    expect(new Set(redemptions.map((redemption) => redemption.redemptionId))).toEqual(
      new Set([redemptionId(id, contact)]),
    );
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });
});

/** The second service is played by what happens between the read and the write of the first. */
describe('when another service redeems between reading and writing', () => {
  const meanwhile = (act: () => Promise<unknown>): PluginContext => {
    let acted = false;
    const { dataverse } = product.context;
    return {
      ...product.context,
      dataverse: {
        ...dataverse,
        write: async (writes) => {
          if (!acted) await act();
          acted = true;
          return dataverse.write(writes);
        },
      },
    };
  };
  /** What counts of a redemption by another service. */
  const elsewhere = async (id: string, contact: string): Promise<void> => {
    const row = await product.read(id);
    await product.admin.update(`inv_invitations(${id})`, {
      inv_redemptions: Number(row.inv_redemptions ?? 0) + 1,
      'inv_redeemedcontactid@odata.bind': `/contacts(${contact})`,
    });
  };

  it('the last use is not given out twice', async () => {
    const [ann = '', ben = ''] = await product.crowd(2);
    const { id, code } = await ready({
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${ann})`,
    });
    const context = meanwhile(() => elsewhere(id, ben));
    expect(await redeem({ code, contactId: ann }, context)).toMatchObject({ outcome: 'invalidCode' });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1, _inv_redeemedcontactid_value: ben });
    expect(await activities(id)).toHaveLength(0);
  });

  it('a use that is left is still given out', async () => {
    const [ann = '', ben = ''] = await product.crowd(2);
    const { id, code } = await ready({ inv_type: invitation.type.group, inv_maximumredemptions: 2 }, [ann]);
    const context = meanwhile(() => elsewhere(id, ben));
    expect(await redeem({ code, contactId: ann }, context)).toMatchObject({ outcome: 'redeemed' });
    expect(await product.read(id)).toMatchObject({
      inv_redemptions: 2,
      statuscode: invitation.status.redeemed,
    });
  });

  it('a parent that the contact was given meanwhile stays', async () => {
    const [contact = ''] = await product.crowd(1);
    const [given, assigned] = [randomUUID(), randomUUID()];
    for (const accountid of [given, assigned])
      await product.admin.create('accounts', { accountid, name: 'Company' });
    const { id, code } = await ready({
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${contact})`,
      'inv_accountid@odata.bind': `/accounts(${assigned})`,
    });
    const context = meanwhile(() =>
      product.admin.update(`contacts(${contact})`, {
        'parentcustomerid_account@odata.bind': `/accounts(${given})`,
      }),
    );
    expect(await redeem({ code, contactId: contact }, context)).toMatchObject({ outcome: 'redeemed' });
    expect(await product.admin.get(`contacts(${contact})`)).toMatchObject({ _parentcustomerid_value: given });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('a web role that the contact was given meanwhile stops nothing', async () => {
    const [contact = ''] = await product.crowd(1);
    const role = randomUUID();
    await product.admin.create('inv_webroles', { inv_webroleid: role, inv_name: 'Member', inv_key: role });
    const { id, code } = await ready({
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    await product.manager.link(`inv_invitations(${id})`, 'inv_invitation_webroles', `inv_webroles(${role})`);
    const context = meanwhile(() =>
      product.admin.link(`contacts(${contact})`, 'inv_webrole_contacts', `inv_webroles(${role})`),
    );
    expect(await redeem({ code, contactId: contact }, context)).toMatchObject({ outcome: 'redeemed' });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('an invitation that is deleted meanwhile opens nothing', async () => {
    const [contact = ''] = await product.crowd(1);
    const { id, code } = await ready({
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    const context = meanwhile(() => product.admin.remove(`inv_invitations(${id})`));
    expect(await redeem({ code, contactId: contact }, context)).toMatchObject({ outcome: 'invalidCode' });
  });
});

describe('when the answer to the transaction is lost', () => {
  it.each([
    ['after it was committed', { kind: 'dropAfter' }],
    ['before it was executed', { kind: 'dropBefore' }],
    ['behind a gateway', { kind: 'badGateway' }],
  ] as const)('%s, the contact has redeemed once and is told so', async (_, failure) => {
    const [contact = ''] = await product.crowd(1);
    const { id, code } = await ready({
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    product.sandbox.faults.add({ body: `PATCH .*inv_invitations\\(${id}`, times: 1, failure });
    expect(await redeem({ code, contactId: contact }, product.context)).toMatchObject({
      outcome: 'redeemed',
    });
    expect(product.sandbox.faults.states().at(-1)?.applied).toBe(1);
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
    expect(await activities(id)).toHaveLength(1);
  });
});
