import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../../../../scripts/environment/environment.js';
import { dryRun } from '../../../../scripts/provision/dryRun.js';
import { program } from '../../../system/program.js';
import { source } from '../../source.js';
import { noting, openEmpty, type Opened } from './environments.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openEmpty();
});
afterAll(() => opened.sandbox.close());

const create = (set: string, row: Json) => opened.environment.send('POST', set, row);

describe('npm run provision', () => {
  it('prints what it would send, and sends nothing, when told to', async () => {
    const writes: string[] = [];
    const said = await dryRun(noting(opened.environment, writes), source);
    expect(said).toContain(`POST EntityDefinitions(LogicalName='inv_webrole')/Keys`);
    expect(said).toMatch(/# \d+ requests; none was sent\./);
    expect(writes).toEqual([]);
  });

  it('says each step, what it did and what comes next', async () => {
    const { url } = opened.sandbox;
    const running = program('scripts/provision.ts', ['--environment', url], { DATAVERSE_TOKEN: 'dev-admin' });
    expect(await running.exited).toBe(0);
    const said = running.output();
    expect(said).toMatch(/^ 1\/\d\d {2}Create publisher ContactInvitations$/m);
    expect(said).toMatch(/^Done: \d+ requests/m);
    expect(said).toContain(`npm run deploy -- --environment ${url} --unmanaged`);
  });
});

describe('In an environment that was provisioned', () => {
  const contact = randomUUID();
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
    const row = await opened.environment.get(
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
    const found = await opened.environment.get(`inv_invitations(inv_codehash='abc')?$select=inv_name`);
    expect(found.inv_name).toBe('First');
    await expect(
      create('inv_invitations', { inv_name: 'Second', inv_type: 724300000, inv_codehash: 'abc' }),
    ).rejects.toMatchObject({ status: 412, code: '0x80060892' });
  });

  it('an inserted status reason belongs to its state', async () => {
    const id = randomUUID();
    await create('inv_invitations', { inv_invitationid: id, inv_name: 'Carla', inv_type: 724300000 });
    const set = (statecode: number, statuscode: number) =>
      opened.environment.send('PATCH', `inv_invitations(${id})`, { statecode, statuscode });
    await expect(set(0, 724300005)).rejects.toMatchObject({ status: 400 });
    await set(1, 724300005);
    expect(await opened.environment.get(`inv_invitations(${id})?$select=statecode,statuscode`)).toMatchObject(
      {
        statecode: 1,
        statuscode: 724300005,
      },
    );
  });

  it('contacts are linked to an invitation by its many-to-many relationships', async () => {
    const id = randomUUID();
    await create('inv_invitations', { inv_invitationid: id, inv_name: 'Group', inv_type: 724300001 });
    await create(`inv_invitations(${id})/inv_invitation_invitedcontacts/$ref`, {
      '@odata.id': `${opened.environment.url}/api/data/v9.2/contacts(${contact})`,
    });
    const row = await opened.environment.get(
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
    const activities = await opened.environment.all(
      `activitypointers?$select=subject,activitytypecode&$filter=_regardingobjectid_value eq ${id}`,
    );
    expect(activities).toMatchObject([
      { subject: 'Carla redeemed', activitytypecode: 'inv_inviteredemption' },
    ]);
  });
});
