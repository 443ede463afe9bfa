import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../plugins/code/plugin.js';
import { deliveryPlugin } from '../../plugins/delivery/plugin.js';
import { readSettings } from '../../plugins/host/settings/readSettings.js';
import { askForNew } from '../../plugins/redeem/askForNew.js';
import { inspect } from '../../plugins/redeem/inspect.js';
import { locksOf } from '../../plugins/redeem/locks/locks.js';
import { locksPlugin } from '../../plugins/redeem/locks/plugin.js';
import { redeemPlugin } from '../../plugins/redeem/plugin.js';
import { redeem as redeemAs } from '../../plugins/redeem/redeem.js';
import { redeemOnce } from '../../plugins/redeem/once/redeemOnce.js';
import type { Visitor } from '../../plugins/redeem/visitor.js';
import { workflowPlugin } from '../../plugins/redeem/workflowPlugin.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import {
  columnSecurityProfiles,
  invitation,
  linkedIdentity,
  redemptionLock,
  redemptionRequest,
  securityRoles,
} from '../../solution/schema.js';
import { columnRightsOf, privilegesOf } from '../roles/shipped.js';
import { unmetAndUnused } from '../roles/unmetAndUnused.js';
import { runOnce, startProduct, type Product } from './product/product.js';

const { status, type } = invitation;
const { outcome } = redemptionRequest;
/** Processes of the sandbox (its jobs/processes.ts). */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';

jest.setTimeout(30_000);
let product: Product;
beforeAll(async () => {
  product = await startProduct();
  const { sandbox, context } = product;
  sandbox.privilegeUse.reset();
  // As the service does when it starts.
  await context.dataverse.whoAmI();
  await context.dataverse.page({ set: invitation.set, select: [invitation.id], top: 1 });
  await expect(readSettings(context.dataverse)).rejects.toMatchObject({ code: 'INV_SETTING_INVALID' });
});
afterAll(() => product.close());

/** A row of the administrator's, with an id that is known before. */
async function made(set: string, key: string, row: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  await product.admin.create(set, { [key]: id, ...row });
  return id;
}
const statusOf = async (id: string) => (await product.read(id))['statuscode'];

it('The service sends a single invitation with all that can be granted, and it is redeemed', async () => {
  const [contact, inviter] = [
    await product.contact({ mspp_userpreferredlcid: 1041 }),
    await product.contact(),
  ];
  const account = await made('accounts', 'accountid', { name: 'Fabrikam' });
  const role = await made('inv_webroles', 'inv_webroleid', { inv_name: 'Member', inv_key: 'member' });
  const id = await product.single(contact, {
    'inv_inviterid@odata.bind': `/contacts(${inviter})`,
    'inv_accountid@odata.bind': `/accounts(${account})`,
    'inv_workflowid@odata.bind': `/workflows(${welcomeTask})`,
    'inv_invitation_webroles@odata.bind': [`/inv_webroles(${role})`],
    statuscode: status.sendRequested,
  });
  product.set({ defaultExpiryDays: 30 });
  expect(await product.run(sendPlugin)).toEqual(['sent']);
  const { inv_code: code } = await product.read(id);
  expect(await redeem(code, contact)).toBe(outcome.redeemed);
  expect(await product.run(workflowPlugin)).toEqual(['started']);
  expect(await redeem(code, contact)).toBe(outcome.alreadyRedeemed);
  expect(await statusOf(id)).toBe(status.redeemed);
});

it('It sends to a group for a team, by the sender queue, and its contacts redeem', async () => {
  await made('queues', 'queueid', {
    name: 'Desk',
    emailaddress: 'desk@sandbox.example',
    emailrouteraccessapproval: 1,
  });
  const { userId, businessUnitId } = product.context.identity;
  const team = await made('teams', 'teamid', {
    name: 'Team North',
    teamtype: 0,
    'administratorid@odata.bind': `/systemusers(${userId})`,
    'businessunitid@odata.bind': `/businessunits(${businessUnitId})`,
  });
  const [manager] = await product.admin.rows(`roles?$filter=name eq '${securityRoles.invitationManager}'`);
  await product.admin.link(
    `teams(${team})`,
    'teamroles_association',
    `roles(${String(manager?.['roleid'])})`,
  );
  const [one, other, stranger] = [await product.contact(), await product.contact(), await product.contact()];
  const id = await product.invitation({ inv_type: type.group, inv_maximumredemptions: 1 }, [one, other]);
  await product.admin.update(`inv_invitations(${id})`, {
    'ownerid@odata.bind': `/teams(${team})`,
    statuscode: status.sendRequested,
  });
  product.set({ senderQueue: 'Desk' });
  expect(await product.run(sendPlugin)).toEqual(['given']);
  expect(await product.run(sendPlugin)).toEqual(['sent']);
  await product.post.deliver();

  const { inv_code: code } = await product.read(id);
  expect(await redeem('not-a-code-of-anybody', one)).toBe(outcome.invalidCode);
  expect(await redeem(code, stranger)).toBe(outcome.notInvited);
  expect(await redeem(code, one)).toBe(outcome.redeemed);
  expect(await redeem(code, other)).toBe(outcome.invalidCode);
});

it('It watches what becomes of the mails, sends again, and follows codes that people change', async () => {
  const contact = await product.contact();
  const id = await product.single(contact);
  expect(await product.run(codePlugin)).toEqual(['given']);
  await product.manager.update(`inv_invitations(${id})`, { inv_code: 'Manager-made-42' });
  expect(await product.run(codePlugin)).toEqual(['given']);
  await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
  expect(await product.run(sendPlugin)).toEqual(['sent']);
  const inAnHour = {
    ...product.context,
    now: () => new Date(product.sandbox.clock.now().getTime() + 3_600_000),
  };
  expect(await runOnce(deliveryPlugin, inAnHour)).toEqual(['late']);
  await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
  expect(await product.run(sendPlugin)).toEqual(['sent']);
});

const visitor = (name: string, verifiedEmail: string): Visitor => ({
  issuer: 'https://login.contoso.example/',
  subject: name,
  verifiedEmail,
  name,
  provider: 'Contoso',
});

it('At its doors, who signs in is linked, becomes a new contact, asks for a new invitation; the API keeps answers', async () => {
  const { admin, context } = product;
  const [address, code] = ['lea@contoso.example', 'Least-Privilege.Doors'];
  const contact = await product.contact({ emailaddress1: address });
  const id = await product.single(contact, { inv_code: code });
  await product.run(codePlugin);
  const lea = visitor('lea', address);
  expect(await inspect({ code, visitor: lea }, context)).toMatchObject({ kind: 'open' });
  const once = { client: 'site', key: '1', hash: 'a'.repeat(64) };
  expect(await redeemOnce({ code, visitor: lea }, once, context)).toMatchObject({ contactId: contact });
  expect(await redeemOnce({ code, visitor: lea }, once, context)).toMatchObject({ outcome: 'redeemed' });
  await admin.update(`inv_invitations(${id})`, { statecode: 1, statuscode: status.inactive });

  product.set({ redeemerPolicy: 'anyone' });
  const group = await product.invitation({ inv_type: type.group, inv_code: 'Least-Privilege.Group' });
  await product.run(codePlugin);
  const noa = visitor('noa', 'noa@contoso.example');
  const joined = await redeemAs({ code: 'Least-Privilege.Group', visitor: noa }, context);
  expect(joined).toMatchObject({ outcome: 'redeemed' });
  expect(await admin.rows(linkedIdentity.set)).toHaveLength(2);

  product.set({ redeemerPolicy: 'invited' });
  const late = await product.single(contact, { inv_code: 'Least-Privilege.Late' });
  await product.run(codePlugin);
  await admin.update(`inv_invitations(${late})`, { statecode: 1, statuscode: status.inactive });
  const asking = { code: 'Least-Privilege.Late', visitor: lea };
  expect(await askForNew(asking, context)).toBe('asked');
  expect(await askForNew(asking, context)).toBe('alreadyAsked');
  const [task] = await admin.rows(`tasks?$filter=_regardingobjectid_value eq ${late}`);
  expect(task?.['_ownerid_value']).toBe((await admin.get(`inv_invitations(${group})`))['_ownerid_value']);
});

it('What fails there is told to other services, and deleted when nobody counts it any more', async () => {
  const { admin, context, sandbox } = product;
  const contact = await product.contact();
  const stranger = await product.contact();
  const id = await product.single(contact, { inv_code: 'Least-Privilege.Lock' });
  await product.run(codePlugin);
  const asked = { code: 'Least-Privilege.Lock', contactId: stranger, ipAddress: '192.0.2.7' };
  for (const later of [0, 1_000]) {
    sandbox.clock.set(new Date(sandbox.clock.now().getTime() + later));
    expect(await redeemAs(asked, context)).toMatchObject({ outcome: 'notInvited' });
    await locksOf(context).flush();
  }
  const { address, invitationCode } = redemptionLock.kind;
  const these = `inv_kind eq ${address} or _inv_invitationid_value eq ${id}`;
  const rows = await admin.rows(`${redemptionLock.set}?$filter=inv_failures eq 2 and (${these})`);
  expect(rows.map((row) => row['inv_kind']).sort()).toEqual([address, invitationCode]);
  const inTwoDays = { ...context, now: () => new Date(sandbox.clock.now().getTime() + 172_800_000) };
  expect(await runOnce(locksPlugin, inTwoDays)).toContain('deleted');
  expect(await admin.rows(redemptionLock.set)).toEqual([]);
});

it('The role gives what all of that took, nothing less and nothing more', () => {
  const { sandbox, context } = product;
  expect(
    unmetAndUnused(
      privilegesOf(securityRoles.invitationService),
      sandbox.privilegeUse.of(context.identity.userId),
    ),
  ).toEqual([]);
});

it('So does the column security profile', () => {
  const { sandbox, context } = product;
  expect(
    unmetAndUnused(
      columnRightsOf(columnSecurityProfiles.invitationCodeService),
      sandbox.privilegeUse.columnsOf(context.identity.userId),
    ),
  ).toEqual([]);
});

/** A site asks to redeem a code; the outcome that the service writes. */
async function redeem(code: unknown, contact: string): Promise<unknown> {
  const id = await made(redemptionRequest.set, redemptionRequest.id, {
    inv_name: 'At the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
  });
  await product.run(redeemPlugin);
  return (await product.admin.get(`${redemptionRequest.set}(${id})`))['inv_outcome'];
}
