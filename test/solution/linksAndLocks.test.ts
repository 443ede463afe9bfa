import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start.js';
import { webApi, type WebApi } from '../../scripts/system/webApi.js';
import {
  invitation,
  linkedIdentity,
  redemptionLock,
  redemptionRequest,
  securityRoles,
} from '../../solution/schema.js';

// What the tables of redeeming promise where they are: in Dataverse, whoever writes.

const key = 'a'.repeat(64);
let sandbox: Sandbox;
let admin: WebApi;
let service: WebApi;
let manager: WebApi;
let reader: WebApi;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    users: [
      { name: 'service', roles: [securityRoles.invitationService] },
      { name: 'manager', roles: [securityRoles.invitationManager] },
      { name: 'reader', roles: [securityRoles.invitationReader] },
    ],
  });
  [admin, service, manager, reader] = ['admin', 'service', 'manager', 'reader'].map((name) =>
    webApi(sandbox.url, `dev-${name}`),
  ) as [WebApi, WebApi, WebApi, WebApi];
});
afterAll(() => sandbox.close());

/** A row, with an id that is known before. */
async function made(
  by: WebApi,
  table: { readonly set: string; readonly id: string },
  row: Record<string, unknown>,
): Promise<string> {
  const id = randomUUID();
  await by.create(table.set, { [table.id]: id, ...row });
  return id;
}
const aContact = () => made(admin, { set: 'contacts', id: 'contactid' }, { lastname: 'Mendes' });
const link = (contact: string, more: Record<string, unknown> = {}) =>
  made(service, linkedIdentity, {
    inv_name: 'Carla at Contoso',
    inv_issuer: 'https://login.contoso.example/',
    inv_subject: 'carla',
    inv_proof: linkedIdentity.proof.verifiedEmail,
    [`${linkedIdentity.lookups.contact}@odata.bind`]: `/contacts(${contact})`,
    ...more,
  });
const idsOf = async (table: { readonly set: string; readonly id: string }): Promise<readonly unknown[]> =>
  (await admin.rows(table.set)).map((row) => row[table.id]);

describe('a linked identity', () => {
  it('is found by its key, which no second one can have', async () => {
    const contact = await aContact();
    const id = await link(contact, { inv_identitykey: key });
    const path = `${linkedIdentity.set}(${linkedIdentity.keys.identityKey[0]}='${key}')`;
    expect(await service.get(path)).toMatchObject({ [linkedIdentity.id]: id });
    await expect(link(await aContact(), { inv_identitykey: key })).rejects.toThrow(
      'inv_identitykey_key violated',
    );
  });

  it('goes with its contact', async () => {
    const contact = await aContact();
    const id = await link(contact);
    await admin.remove(`contacts(${contact})`);
    expect(await idsOf(linkedIdentity)).not.toContain(id);
  });

  it('is barred and removed by managers, and by nobody else', async () => {
    const contact = await aContact();
    const id = await link(contact);
    const path = `${linkedIdentity.set}(${id})`;
    const barred = { statecode: linkedIdentity.state.inactive, statuscode: linkedIdentity.status.inactive };
    for (const other of [service, reader]) {
      await expect(other.update(path, barred)).rejects.toThrow('prvWriteinv_externalidentity');
      await expect(other.remove(path)).rejects.toThrow('prvDeleteinv_externalidentity');
    }
    await manager.update(path, barred);
    expect(await reader.get(path)).toMatchObject(barred);
    await manager.remove(path);
    expect(await idsOf(linkedIdentity)).not.toContain(id);
  });

  it('is not made or given away by managers', async () => {
    const contact = await aContact();
    const path = `${linkedIdentity.set}(${await link(contact)})`;
    await expect(made(manager, linkedIdentity, { inv_name: 'Mine' })).rejects.toThrow(
      'prvCreateinv_externalidentity',
    );
    await expect(
      manager.update(path, { [`${linkedIdentity.lookups.contact}@odata.bind`]: `/contacts(${contact})` }),
    ).rejects.toThrow('prvAppendinv_externalidentity');
  });
});

describe('a redemption lock', () => {
  const { kind, lookups } = redemptionLock;
  const lock = (more: Record<string, unknown> = {}) =>
    made(service, redemptionLock, { inv_name: 'Address', inv_kind: kind.address, ...more });

  it('goes with its invitation, which managers delete', async () => {
    const invited = await made(manager, invitation, { inv_name: 'Party', inv_type: invitation.type.single });
    const id = await lock({
      inv_kind: kind.invitationCode,
      [`${lookups.invitation}@odata.bind`]: `/${invitation.set}(${invited})`,
    });
    await manager.remove(`${invitation.set}(${invited})`);
    expect(await idsOf(redemptionLock)).not.toContain(id);
  });

  it('is one for each service and what it counts', async () => {
    const counted = { inv_subject: key, inv_service: 'first' };
    await lock(counted);
    await lock({ ...counted, inv_service: 'second' });
    await expect(lock(counted)).rejects.toThrow('inv_subject_key violated');
  });

  it('is lifted by managers, and never made or changed by them', async () => {
    const path = `${redemptionLock.set}(${await lock({ inv_failures: 100 })})`;
    expect(await reader.get(path)).toMatchObject({ inv_failures: 100 });
    await expect(manager.update(path, { inv_failures: 0 })).rejects.toThrow('prvWriteinv_redemptionlock');
    await expect(made(manager, redemptionLock, { inv_name: 'Mine' })).rejects.toThrow(
      'prvCreateinv_redemptionlock',
    );
    await expect(reader.remove(path)).rejects.toThrow('prvDeleteinv_redemptionlock');
    await manager.remove(path);
    expect(await idsOf(redemptionLock)).not.toContain(path.slice(redemptionLock.set.length + 1, -1));
  });
});

describe('the service', () => {
  it("writes a task for an invitation's owner, about it", async () => {
    const { UserId: owner } = await manager.get('WhoAmI');
    const invited = await made(manager, invitation, { inv_name: 'Party', inv_type: invitation.type.single });
    const task = await made(
      service,
      { set: 'tasks', id: 'activityid' },
      {
        subject: 'Carla asks for a new invitation',
        description: 'The invitation has expired.',
        'regardingobjectid_inv_invitation_task@odata.bind': `/${invitation.set}(${invited})`,
        'ownerid@odata.bind': `/systemusers(${String(owner)})`,
      },
    );
    expect(await manager.get(`tasks(${task})`)).toMatchObject({
      _ownerid_value: owner,
      _regardingobjectid_value: invited,
      statecode: 0,
    });
  });

  it('makes a contact, with the address that was verified', async () => {
    const id = await made(
      service,
      { set: 'contacts', id: 'contactid' },
      { firstname: 'Noa', lastname: 'New', emailaddress1: 'noa@contoso.example' },
    );
    expect(await service.get(`contacts(${id})`)).toMatchObject({ fullname: 'Noa New' });
  });

  it('keeps the hash of a request, so that a repetition is told from another', async () => {
    const id = await made(admin, redemptionRequest, { inv_name: 'By the API', inv_requesthash: key });
    expect(await service.get(`${redemptionRequest.set}(${id})`)).toMatchObject({ inv_requesthash: key });
  });
});
