import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { workflowPlugin } from '../../../plugins/redeem/workflowPlugin.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { inviteRedemption } from '../../../solution/schema.js';
import { invited, person } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';
import { openRealPage } from './realPage.js';
import { activitiesOf } from './rows.js';

const { compare, product } = comparing();
afterEach(() => product().sandbox.faults.clear());

/** A process of the sandbox that can be started, and one that cannot (its jobs/processes.ts). */
const [startable, draft] = ['5a5d0000-0000-4000-8000-0000000f0001', '5a5d0000-0000-4000-8000-0000000f0003'];

/** An invitation that grants an account, two web roles and perhaps a workflow. */
async function granting(workflow?: string) {
  const accountid = randomUUID();
  const roles = [randomUUID(), randomUUID()];
  await product().admin.create('accounts', { accountid, name: 'Fabrikam' });
  const given = await invited(product(), {
    'inv_accountid@odata.bind': `/accounts(${accountid})`,
    ...(workflow && { 'inv_workflowid@odata.bind': `/workflows(${workflow})` }),
  });
  for (const [index, id] of roles.entries()) {
    const row = { inv_webroleid: id, inv_name: `Role ${index + 1}`, inv_key: id };
    await product().admin.create('inv_webroles', row);
    await product().manager.link(
      `inv_invitations(${given.id})`,
      'inv_invitation_webroles',
      `inv_webroles(${id})`,
    );
  }
  return { ...given, accountid, roles };
}

const contactOf = (id: string) =>
  product().admin.get(
    `contacts(${id})?$select=_parentcustomerid_value&$expand=inv_webrole_contacts($select=inv_webroleid)`,
  );

// Native: a closed component does it at some time after the redemption, says nothing, and what fails is seen when somebody is locked out.
describe('#23 what a redemption grants', () => {
  it('#23 is there when the answer comes, and is said to the person and on the activity', async () => {
    const { code, id, contact, accountid, roles } = await granting(startable);
    const redemption = await redeem({ code, contactId: contact }, product().context);
    expect(redemption.granted).toEqual({
      account: 'Fabrikam',
      keptAccount: false,
      webRoles: ['Role 1', 'Role 2'],
      workflow: true,
    });
    const { inv_webrole_contacts: has, _parentcustomerid_value: parent } = await contactOf(contact);
    const ids = (has as readonly { inv_webroleid: string }[]).map((role) => role.inv_webroleid);
    expect([parent, ids.sort()]).toEqual([accountid, roles.sort()]);
    expect(await activitiesOf(product(), id)).toMatchObject([
      {
        description: 'Company: Fabrikam.\nWeb roles: Role 1, Role 2.\nWorkflow: is started on the contact.',
      },
    ]);
  });

  it.each([
    ['the account', 'parentcustomerid_account@odata.bind'],
    ['a web role', 'inv_webrole_contacts/\\$ref'],
  ])('#23 is not half there when Dataverse refuses %s, and its owner has a task', async (_, body) => {
    const { code, id, contact } = await granting();
    const failure = {
      kind: 'error',
      status: 400,
      code: '0x80040265',
      message: 'A plug-in said no.',
    } as const;
    product().sandbox.faults.set([{ body, failure }]);
    const refused = await redeem({ code, contactId: contact }, product().context);
    expect(refused.errorCode).toBe('INV_REDEMPTION_REFUSED');
    expect(await contactOf(contact)).toMatchObject({
      _parentcustomerid_value: null,
      inv_webrole_contacts: [],
    });
    expect(await product().read(id)).toMatchObject({ inv_redemptions: null });
    expect(await product().admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`)).toHaveLength(1);
    product().sandbox.faults.clear();
    // Once it is mended, with the same link.
    expect(await redeem({ code, contactId: contact }, product().context)).toMatchObject({
      outcome: 'redeemed',
      granted: { account: 'Fabrikam', webRoles: ['Role 1', 'Role 2'] },
    });
  });

  it('#23 says on the activity and to the owner that a workflow could not be started', async () => {
    const { code, id, contact } = await granting(draft);
    await redeem({ code, contactId: contact }, product().context);
    await product().run(workflowPlugin);
    expect(await product().admin.get(`${inviteRedemption.set}(${redemptionId(id, contact)})`)).toMatchObject({
      inv_workflowstate: inviteRedemption.workflowState.failed,
      description: expect.stringContaining('It is a draft.'),
    });
    expect(await product().admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`)).toHaveLength(1);
  });
});

// Native: the activity stays open for ever, and its address is that of the nearest proxy.
describe('#24 the activity of a redemption', () => {
  compare({
    name: '#24 is completed, and on the timelines of invitation and contact',
    async observe({ product, open }) {
      const { code, id, contact } = await invited(product);
      await open().asContact(code, contact);
      const [activity] = await activitiesOf(product, id);
      return { state: activity?.statecode, contact: activity?._inv_contactid_value === contact };
    },
    ours: { state: inviteRedemption.state.completed, contact: true },
    native: { state: inviteRedemption.state.open, contact: true },
  });

  it('#24 is completed when its workflow has been started', async () => {
    const { code, id, contact } = await granting(startable);
    await redeem({ code, contactId: contact }, product().context);
    expect(await activitiesOf(product(), id)).toMatchObject([{ statecode: inviteRedemption.state.open }]);
    expect(await product().run(workflowPlugin)).toContain('started');
    expect(await activitiesOf(product(), id)).toMatchObject([
      { statecode: inviteRedemption.state.completed },
    ]);
  });

  it.each([
    [
      'behind one proxy, that of the visitor, not one they made up',
      1,
      '198.51.100.1, 203.0.113.7',
      '203.0.113.7',
    ],
    ['behind two, that of the visitor, not of the outer proxy', 2, '203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['behind none, that of who connects', 0, '198.51.100.1', '127.0.0.1'],
  ])('#24 has an address: %s', async (_, trustedProxies, forwarded, expected) => {
    const { code, id, address } = await invited(product());
    const page = await openRealPage(product(), () => person(address), { trustedProxies });
    await page.follow(`/register?invitation=${code}`);
    await page.signIn();
    await page.post('/redeem', {}, { 'x-forwarded-for': forwarded });
    expect(await activitiesOf(product(), id)).toMatchObject([{ inv_ipaddress: expected }]);
  });
});
