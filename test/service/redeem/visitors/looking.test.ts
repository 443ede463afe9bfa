import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Row } from '../../../../plugins/dataverse/door.js';
import { askForNew } from '../../../../plugins/redeem/askForNew.js';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import { invitation, securityRoles } from '../../../../solution/schema.js';
import { costAtDoor } from '../../product/costAtDoor.js';
import { startProduct, type Product } from '../../product/product.js';
import { sampleSettings } from '../../product/settings.js';
import { coded, group, invited, person, someAddress } from './people.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => product.set(sampleSettings));
afterAll(() => product.close());

const look = (code: string, visitor?: ReturnType<typeof person>) =>
  inspect(visitor === undefined ? { code } : { code, visitor }, product.context);
const ask = (code: string, visitor = person()) => askForNew({ code, visitor }, product.context);
const tasksOf = (id: string): Promise<readonly Row[]> =>
  product.admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`);
/** The owner, the inviter's name and what it grants. */
async function full() {
  const [accountid, roleid] = [randomUUID(), randomUUID()];
  await product.admin.create('accounts', { accountid, name: 'Fabrikam' });
  await product.admin.create('inv_webroles', { inv_webroleid: roleid, inv_name: 'Buyer', inv_key: roleid });
  const inviter = await product.contact({ firstname: 'Ines', lastname: 'Inviter' });
  return invited(product, {
    'inv_inviterid@odata.bind': `/contacts(${inviter})`,
    'inv_accountid@odata.bind': `/accounts(${accountid})`,
    'inv_invitation_webroles@odata.bind': [`/inv_webroles(${roleid})`],
    inv_expirydate: '2100-02-28',
  });
}

describe('a look at a code', () => {
  it('shows anybody who invites to what, until when and as whom, in one request that changes nothing', async () => {
    const { code, id, address } = await full();
    const before = await product.read(id);
    const cost = await costAtDoor(product.context, async (context) => {
      expect(await inspect({ code }, context)).toEqual({
        kind: 'open',
        card: {
          group: false,
          invitedBy: 'Ines Inviter',
          account: 'Fabrikam',
          webRoles: ['Buyer'],
          expiryDate: '2100-02-28',
          usesLeft: 1,
          invitedAs: `${address[0]}…${address.split('@')[0]?.at(-1)}@contoso.example`,
        },
      });
    });
    expect(cost).toEqual({ requests: 1, operations: 2 });
    expect(await product.read(id)).toEqual(before);
  });

  it('names the owner where nobody is the inviter, and the uses that a group has left', async () => {
    const { code } = await group(product, [], { inv_maximumredemptions: 5, inv_redemptions: 2 });
    expect(await look(code)).toMatchObject({
      kind: 'open',
      card: { group: true, invitedBy: 'Mia Manager', usesLeft: 3 },
    });
  });

  it('names the team that owns it', async () => {
    const team = await teamOfManagers();
    const { code, id } = await group(product);
    await product.admin.update(`inv_invitations(${id})`, { 'ownerid@odata.bind': `/teams(${team})` });
    expect(await look(code)).toMatchObject({ card: { invitedBy: 'Team North' } });
  });

  it('welcomes the invited contact, and shows what they have once they have redeemed', async () => {
    const { code, contact, address } = await full();
    const visitor = person(address);
    const cost = await costAtDoor(product.context, async (context) => {
      expect(await inspect({ code, visitor }, context)).toMatchObject({
        kind: 'open',
        visitor: { kind: 'welcome', as: 'Ann Example' },
      });
    });
    expect(cost).toEqual({ requests: 2, operations: 3 + 3 });
    const { granted } = await redeem({ code, visitor }, product.context);
    expect(await look(code, visitor)).toMatchObject({ kind: 'redeemed', granted });
    expect(granted).toEqual({
      account: 'Fabrikam',
      keptAccount: false,
      webRoles: ['Buyer'],
      workflow: false,
    });
    expect(await look(code, person(someAddress()))).toEqual({ kind: 'invalid' });
    expect(contact).toBeDefined();
  });

  it('tells somebody else so, whoever holds the identity, and an inactive contact', async () => {
    const { code, contact, address } = await invited(product);
    expect(await look(code, person(someAddress()))).toMatchObject({ visitor: { kind: 'wrongAccount' } });
    const other = await group(product, [contact]);
    const visitor = person(address);
    await redeem({ code: other.code, visitor }, product.context);
    expect(await look(code, person(address))).toMatchObject({ visitor: { kind: 'identityTaken' } });
    await product.admin.update(`contacts(${contact})`, { statecode: 1, statuscode: 2 });
    expect(await look(code, visitor)).toMatchObject({ visitor: { kind: 'inactive' } });
  });

  it('welcomes a stranger as nobody yet where anyone may redeem', async () => {
    product.set({ redeemerPolicy: 'anyone' });
    const { code } = await group(product);
    expect(await look(code, person(someAddress()))).toMatchObject({ visitor: { kind: 'welcome' } });
    expect(await look(code, person(someAddress()))).not.toHaveProperty('visitor.as');
  });
});

const closings: readonly (readonly [string, Row, string])[] = [
  ['expired', { inv_expirydate: '2020-01-01' }, 'expired'],
  ['used by somebody else', { inv_redemptions: 1 }, 'exhausted'],
];

describe('an invitation that is closed', () => {
  it.each(closings)('because it is %s tells the invited contact alone', async (_, row, why) => {
    const { code, address } = await invited(product, row);
    expect(await look(code, person(address))).toMatchObject({ kind: 'closed', why, asked: false });
    expect(await redeem({ code, visitor: person(address) }, product.context)).toMatchObject({
      outcome: 'invalidCode',
      why,
    });
    expect(await look(code)).toEqual({ kind: 'invalid' });
    expect(await look(code, person(someAddress()))).toEqual({ kind: 'invalid' });
    expect(await redeem({ code, visitor: person(someAddress()) }, product.context)).not.toHaveProperty('why');
  });

  it('tells nobody who only holds its code, even where codes link', async () => {
    product.set({ linkingPolicy: 'code' });
    const { code } = await invited(product, { inv_expirydate: '2020-01-01' });
    expect(await look(code, person())).toEqual({ kind: 'invalid' });
    expect(await ask(code)).toBe('refused');
  });

  it('lets the invited contact ask its owner for a new one, once until it is sent again', async () => {
    const { code, id, address } = await invited(product, { inv_expirydate: '2020-01-01' });
    const visitor = person(address);
    expect(await ask(code, visitor)).toBe('asked');
    expect(await ask(code, visitor)).toBe('alreadyAsked');
    expect(await look(code, visitor)).toMatchObject({ kind: 'closed', asked: true });
    const tasks = await tasksOf(id);
    expect(tasks).toMatchObject([
      {
        subject: 'Ann Example asks for a new invitation',
        description: expect.stringContaining('The invitation “Partner portal” has expired.'),
        statecode: 0,
      },
    ]);
    expect(tasks[0]?._ownerid_value).toBe((await product.read(id))._ownerid_value);
    await product.admin.update(`inv_invitations(${id})`, { inv_sendgeneration: 7 });
    expect(await ask(code, visitor)).toBe('asked');
  });

  it('owned by a team, its task is the team’s', async () => {
    const team = await teamOfManagers();
    const { code, id, address } = await invited(product, { inv_expirydate: '2020-01-01' });
    await product.admin.update(`inv_invitations(${id})`, { 'ownerid@odata.bind': `/teams(${team})` });
    expect(await ask(code, person(address))).toBe('asked');
    expect(await tasksOf(id)).toMatchObject([{ _ownerid_value: team }]);
  });

  it('leaves no task for who is somebody else, nor while it is open, nor for who has redeemed it', async () => {
    const expired = await invited(product, { inv_expirydate: '2020-01-01' });
    expect(await ask(expired.code, person(someAddress()))).toBe('refused');
    const open = await invited(product);
    const visitor = person(open.address);
    expect(await ask(open.code, visitor)).toBe('refused');
    await redeem({ code: open.code, visitor }, product.context);
    expect(await ask(open.code, visitor)).toBe('refused');
    for (const { id } of [expired, open]) expect(await tasksOf(id)).toEqual([]);
  });

  it('is asked for once though its answer was lost, or two services were asked', async () => {
    const { code, id, address } = await invited(product, { inv_expirydate: '2020-01-01' });
    const visitor = person(address);
    product.sandbox.faults.add({ body: 'POST .*tasks', times: 1, failure: { kind: 'dropAfter' } });
    expect(await ask(code, visitor)).toBe('asked');
    expect(product.sandbox.faults.states().at(-1)?.applied).toBe(1);
    expect(await askForNew({ code, visitor }, product.secondService())).toBe('alreadyAsked');
    expect(await tasksOf(id)).toHaveLength(1);
  });
});

/** A team that may own invitations and tasks. */
async function teamOfManagers(): Promise<string> {
  const id = randomUUID();
  const { userId, businessUnitId } = product.context.identity;
  await product.admin.create('teams', {
    teamid: id,
    name: 'Team North',
    teamtype: 0,
    'administratorid@odata.bind': `/systemusers(${userId})`,
    'businessunitid@odata.bind': `/businessunits(${businessUnitId})`,
  });
  for (const name of ['Basic User', securityRoles.invitationManager]) {
    const [role] = await product.admin.rows(`roles?$filter=name eq '${name}'`);
    await product.admin.link(`teams(${id})`, 'teamroles_association', `roles(${String(role?.['roleid'])})`);
  }
  return id;
}

it('a code that people have just typed is not found by looking, and not hashed by it', async () => {
  const code = randomUUID();
  const contact = await product.contact();
  const id = await product.single(contact, { inv_code: code });
  expect(await look(code)).toEqual({ kind: 'invalid' });
  expect(await product.read(id)).toMatchObject({ inv_codehash: null });
  const other = await coded(product, { inv_type: invitation.type.group });
  expect(await look(other.code)).toMatchObject({ kind: 'open' });
});
