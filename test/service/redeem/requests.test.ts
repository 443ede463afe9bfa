import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { invitation, redemptionRequest as table } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const invite = async (contact: string) => {
  const code = randomUUID();
  const id = await product.single(contact, { inv_code: code });
  await product.run(codePlugin);
  return { id, code };
};
const ask = async (code: string | null, contact: string | null) => {
  const id = randomUUID();
  await product.admin.create(table.set, {
    inv_redemptionrequestid: id,
    inv_name: 'at the site',
    inv_code: code,
    ...(contact === null ? {} : { 'inv_contactid@odata.bind': `/contacts(${contact})` }),
    inv_ipaddress: '203.0.113.7',
    inv_identityprovider: 'entra',
  });
  return id;
};
const answer = (id: string) => product.admin.get(`${table.set}(${id})`);

describe('a redemption request', () => {
  it('that succeeds is answered in the transaction of the redemption, and forgets the code', async () => {
    const contact = await product.contact();
    const { id, code } = await invite(contact);
    const request = await ask(code, contact);
    const cost = await product.cost(() => product.run(redeemPlugin));
    expect(cost.requests).toBe(1 + 2);
    expect(await answer(request)).toMatchObject({
      inv_name: 'at the site',
      inv_code: null,
      inv_outcome: table.outcome.redeemed,
      inv_reason: null,
      inv_granted: '{"keptAccount":false,"webRoles":[],"workflow":false}',
      _inv_redemptionid_value: redemptionId(id, contact),
      statecode: table.state.inactive,
      statuscode: table.status.completed,
    });
    const activity = await product.admin.get(`inv_inviteredemptions(${redemptionId(id, contact)})`);
    expect(activity).toMatchObject({ inv_ipaddress: '203.0.113.7', inv_identityprovider: 'entra' });
    expect(await product.run(redeemPlugin)).toEqual([]);
  });

  it.each([
    ['typed when it was created', invitation.status.new],
    ['typed when it was created and sent', invitation.status.sendRequested],
  ])('that comes before the service has seen the code, %s, succeeds', async (_, statuscode) => {
    const [contact, code] = [await product.contact(), `By word of mouth ${randomUUID()}`];
    await product.single(contact, { inv_code: code, statuscode });
    await ask(code, contact);
    await expect(product.run(redeemPlugin)).resolves.toEqual(['redeemed']);
  });

  it('that comes before the service has seen that the code was changed, succeeds with the new one alone', async () => {
    const contact = await product.contact();
    const { id, code } = await invite(contact);
    const changed = randomUUID();
    await product.manager.update(`inv_invitations(${id})`, { inv_code: changed });
    await ask(code, contact);
    await expect(product.run(redeemPlugin)).resolves.toEqual(['invalidCode']);
    await ask(changed, contact);
    await expect(product.run(redeemPlugin)).resolves.toEqual(['redeemed']);
  });

  it('that repeats another is completed with the same redemption', async () => {
    const contact = await product.contact();
    const { id, code } = await invite(contact);
    await ask(code, contact);
    await product.run(redeemPlugin);
    const again = await ask(code, contact);
    await expect(product.run(redeemPlugin)).resolves.toEqual(['alreadyRedeemed']);
    expect(await answer(again)).toMatchObject({
      inv_outcome: table.outcome.alreadyRedeemed,
      _inv_redemptionid_value: redemptionId(id, contact),
      statuscode: table.status.completed,
    });
  });

  it('by somebody else is refused with a reason', async () => {
    const { code } = await invite(await product.contact());
    const request = await ask(code, await product.contact());
    await product.run(redeemPlugin);
    expect(await answer(request)).toMatchObject({
      inv_code: null,
      inv_outcome: table.outcome.notInvited,
      inv_reason: expect.stringContaining('for somebody else'),
      _inv_redemptionid_value: null,
      statecode: table.state.inactive,
      statuscode: table.status.refused,
    });
  });

  it.each([
    ['left out', {}],
    ['empty', { inv_name: '' }],
  ])('whose name is %s is given one with its answer', async (_, name) => {
    const id = randomUUID();
    const contact = await product.contact();
    await product.admin.create(table.set, {
      inv_redemptionrequestid: id,
      inv_code: 'unknown',
      'inv_contactid@odata.bind': `/contacts(${contact})`,
      ...name,
    });
    await product.run(redeemPlugin);
    expect(await answer(id)).toMatchObject({
      inv_name: `Redemption request ${id.slice(0, 8)}`,
      inv_outcome: table.outcome.invalidCode,
    });
  });

  it('without a contact says what is missing', async () => {
    const request = await ask('code', null);
    await product.run(redeemPlugin);
    expect(await answer(request)).toMatchObject({
      inv_outcome: table.outcome.failed,
      inv_reason: expect.stringContaining('inv_contactid'),
      statuscode: table.status.refused,
    });
  });

  it.each([
    ['no code', null],
    ['white space', '   '],
    ['an unknown one', 'unknown'],
    ['letters beyond ASCII', '☃ код'],
  ])('with %s gets the one answer that every bad code gets', async (_, code) => {
    const request = await ask(code, await product.contact());
    await product.run(redeemPlugin);
    expect(await answer(request)).toMatchObject({
      inv_outcome: table.outcome.invalidCode,
      inv_reason: 'This invitation code is not valid. Ask the person who invited you for a new invitation.',
      statuscode: table.status.refused,
    });
  });

  it('is answered once when two services take it up', async () => {
    const contact = await product.contact();
    const { id, code } = await invite(contact);
    const request = await ask(code, contact);
    const words = await Promise.all([
      runOnce(redeemPlugin, product.context),
      runOnce(redeemPlugin, product.secondService()),
    ]);
    expect(words.flat().filter((word) => word === 'redeemed')).toHaveLength(1);
    expect(await answer(request)).toMatchObject({ inv_outcome: table.outcome.redeemed });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('stays pending while Dataverse does not answer, and is answered afterwards', async () => {
    const contact = await product.contact();
    const { code } = await invite(contact);
    const request = await ask(code, contact);
    product.sandbox.faults.add({
      body: 'PATCH .*inv_invitations',
      times: 4,
      failure: { kind: 'dropBefore' },
    });
    await expect(product.run(redeemPlugin)).rejects.toMatchObject({ code: 'INV_OUTCOME_UNKNOWN' });
    expect(await answer(request)).toMatchObject({ statuscode: table.status.pending, inv_code: code });
    await product.run(redeemPlugin);
    expect(await answer(request)).toMatchObject({ inv_outcome: table.outcome.redeemed });
  });
});
