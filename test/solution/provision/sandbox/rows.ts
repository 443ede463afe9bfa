import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import type { Environment, Json } from '../../../../scripts/environment/environment.js';

/** Tests that rows behave as the schema says, in an environment that has it. */
export function testRows(environment: () => Environment): void {
  const contact = randomUUID();
  const create = (set: string, row: Json) => environment().send('POST', set, row);
  beforeAll(() => create('contacts', { contactid: contact, lastname: 'Mendes' }));

  it('an invitation has its choice, its lookup and its default values', async () => {
    const id = randomUUID();
    await create('inv_invitations', {
      inv_invitationid: id,
      inv_name: 'Carla',
      inv_type: 724300001,
      inv_expirydate: '2027-01-31',
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    const row = await environment().get(
      `inv_invitations(${id})?$select=inv_type,inv_expirydate,statuscode&$expand=inv_contactid($select=lastname)`,
    );
    expect(row).toMatchObject({
      inv_type: 724300001,
      inv_expirydate: '2027-01-31',
      statuscode: 1,
      inv_contactid: { lastname: 'Mendes' },
    });
  });

  it('the alternate key finds a row, and refuses a second code with the same hash', async () => {
    await create('inv_invitations', { inv_name: 'First', inv_type: 724300000, inv_codehash: 'abc' });
    const found = await environment().get(`inv_invitations(inv_codehash='abc')?$select=inv_name`);
    expect(found.inv_name).toBe('First');
    await expect(
      create('inv_invitations', { inv_name: 'Second', inv_type: 724300000, inv_codehash: 'abc' }),
    ).rejects.toMatchObject({ status: 412, code: '0x80060892' });
  });

  it('an inserted status reason belongs to its state', async () => {
    const id = randomUUID();
    await create('inv_invitations', { inv_invitationid: id, inv_name: 'Carla', inv_type: 724300000 });
    const set = (statecode: number, statuscode: number) =>
      environment().send('PATCH', `inv_invitations(${id})`, { statecode, statuscode });
    await expect(set(0, 724300005)).rejects.toMatchObject({ status: 400 });
    await set(1, 724300005);
    expect(await environment().get(`inv_invitations(${id})?$select=statecode,statuscode`)).toMatchObject({
      statecode: 1,
      statuscode: 724300005,
    });
  });

  it('contacts are linked to an invitation by its many-to-many relationships', async () => {
    const id = randomUUID();
    await create('inv_invitations', { inv_invitationid: id, inv_name: 'Group', inv_type: 724300001 });
    await create(`inv_invitations(${id})/inv_invitation_invitedcontacts/$ref`, {
      '@odata.id': `${environment().url}/api/data/v9.2/contacts(${contact})`,
    });
    const row = await environment().get(
      `inv_invitations(${id})?$select=inv_name&$expand=inv_invitation_invitedcontacts($select=lastname)`,
    );
    expect(row.inv_invitation_invitedcontacts).toMatchObject([{ lastname: 'Mendes' }]);
  });

  it('a redemption is an activity that regards an invitation', async () => {
    const id = randomUUID();
    await create('inv_invitations', { inv_invitationid: id, inv_name: 'Carla', inv_type: 724300000 });
    await create('inv_inviteredemptions', {
      subject: 'Carla redeemed',
      'regardingobjectid_inv_invitation_inv_inviteredemption@odata.bind': `/inv_invitations(${id})`,
      'inv_contactid_inv_inviteredemption@odata.bind': `/contacts(${contact})`,
    });
    const activities = await environment().all(
      `activitypointers?$select=subject,activitytypecode&$filter=_regardingobjectid_value eq ${id}`,
    );
    expect(activities).toMatchObject([
      { subject: 'Carla redeemed', activitytypecode: 'inv_inviteredemption' },
    ]);
  });
}
