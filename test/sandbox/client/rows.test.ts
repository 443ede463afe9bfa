import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

const absent = '00000000-0000-4000-8000-000000000404';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let sandbox: Sandbox;
let api: DynamicsWebApi;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  api = dynamicsWebApi(sandbox);
});
afterAll(() => sandbox.close());

const contact = (lastname: string) => createId(api, 'contacts', { lastname });
const contacts = 'contacts';

describe('dynamics-web-api 2.5.0: one row', () => {
  it('creates and answers the id', async () => {
    expect(await contact('Id')).toMatch(guid);
  });

  it('creates and answers the row, with formatted values of lookups', async () => {
    const accountId = await createId(api, 'accounts', { name: 'Contoso' });
    const row = await api.create({
      collection: contacts,
      data: { lastname: 'Row', 'parentcustomerid_account@odata.bind': `accounts(${accountId})` },
      returnRepresentation: true,
      includeAnnotations: '*',
      select: ['fullname', '_parentcustomerid_value'],
    });
    expect(row).toMatchObject({
      contactid: expect.stringMatching(guid),
      fullname: 'Row',
      _parentcustomerid_value: accountId,
      _parentcustomerid_value_Formatted: 'Contoso',
      _parentcustomerid_value_LogicalName: 'account',
    });
  });

  it('creates related rows with it (deep insert)', async () => {
    const id = await createId(api, 'accounts', {
      name: 'Deep',
      primarycontactid: { lastname: 'Primary' },
      contact_customer_accounts: [{ lastname: 'One' }, { lastname: 'Two' }],
    });
    const row = await api.retrieve({
      collection: 'accounts',
      key: id,
      select: ['name'],
      expand: [
        { property: 'primarycontactid', select: ['lastname'] },
        { property: 'contact_customer_accounts', select: ['lastname'], orderBy: ['lastname'] },
      ],
    });
    expect(row).toMatchObject({
      primarycontactid: { lastname: 'Primary' },
      contact_customer_accounts: [{ lastname: 'One' }, { lastname: 'Two' }],
    });
  });

  it('updates, and does not create what is absent', async () => {
    const key = await contact('Old');
    expect(await api.update({ collection: contacts, key, data: { lastname: 'New' } })).toBe(true);
    expect(await api.retrieve({ collection: contacts, key, select: ['lastname'] })).toMatchObject({
      lastname: 'New',
    });
    await expect(api.update({ collection: contacts, key: absent, data: {} })).rejects.toMatchObject({
      status: 404,
      code: '0x80040217',
    });
  });

  it('updates only the version it has read (If-Match)', async () => {
    const key = await contact('Versioned');
    const read = await api.retrieve<Record<string, string>>({
      collection: contacts,
      key,
      select: ['lastname'],
    });
    const stale = {
      collection: contacts,
      key,
      data: { firstname: 'A' },
      ifmatch: String(read['@odata.etag']),
    };
    expect(await api.update(stale)).toBe(true);
    expect(await api.update(stale)).toBe(false);
    await expect(
      dynamicsWebApi(sandbox, 'dev-admin', { propagateErrors: true } as object).update(stale),
    ).rejects.toMatchObject({ status: 412, code: '0x80060882' });
  });

  it('is not sent again while it has not changed (If-None-Match)', async () => {
    const key = await contact('Cached');
    const read = await api.retrieve<Record<string, string>>({
      collection: contacts,
      key,
      select: ['lastname'],
    });
    expect(
      await api.retrieve({
        collection: contacts,
        key,
        select: ['lastname'],
        ifnonematch: String(read['@odata.etag']),
      }),
    ).toBeUndefined();
  });

  it('upserts: creates, updates, or leaves alone as asked', async () => {
    const key = '0f0f0f0f-0000-4000-8000-000000000001';
    expect(await api.upsert({ collection: contacts, key, data: { lastname: 'Made' } })).toBe(key);
    expect(await api.upsert({ collection: contacts, key, data: { lastname: 'Changed' } })).toBe(key);
    expect(
      await api.upsert({ collection: contacts, key, data: { lastname: 'Never' }, ifnonematch: '*' }),
    ).toBeNull();
    expect(
      await api.upsert({ collection: contacts, key: absent, data: { lastname: 'Never' }, ifmatch: '*' }),
    ).toBeNull();
    expect(await api.retrieve({ collection: contacts, key, select: ['lastname'] })).toMatchObject({
      lastname: 'Changed',
    });
  });

  it('updates and reads a single property', async () => {
    const key = await contact('Single');
    await api.updateSingleProperty({ collection: contacts, key, fieldValuePair: { jobtitle: 'Smith' } });
    expect(await api.retrieve({ collection: contacts, key, select: ['jobtitle'] })).toMatchObject({
      jobtitle: 'Smith',
    });
    await api.deleteRecord({ collection: contacts, key, property: 'jobtitle' });
    expect(await api.retrieve({ collection: contacts, key, select: ['jobtitle'] })).toMatchObject({
      jobtitle: null,
    });
  });

  it('deletes, once', async () => {
    const key = await contact('Gone');
    expect(await api.deleteRecord({ collection: contacts, key, ifmatch: 'W/"1"' })).toBe(false);
    expect(await api.deleteRecord({ collection: contacts, key })).toBe(true);
    await expect(api.deleteRecord({ collection: contacts, key })).rejects.toMatchObject({
      status: 404,
      code: '0x80040217',
    });
  });

  it('acts for another user', async () => {
    const asManager = dynamicsWebApi(sandbox, 'dev-admin', { impersonate: developmentUsers.manager.id });
    const key = await createId(asManager, contacts, { lastname: 'Impersonated' });
    expect(
      await api.retrieve({
        collection: contacts,
        key,
        select: ['_createdby_value', '_createdonbehalfby_value'],
      }),
    ).toMatchObject({
      _createdby_value: developmentUsers.manager.id,
      _createdonbehalfby_value: developmentUsers.admin.id,
    });
  });

  it('fails with status, code and message', async () => {
    await expect(
      dynamicsWebApi(sandbox, 'dev-reader').create({ collection: contacts, data: { lastname: 'No' } }),
    ).rejects.toMatchObject({
      status: 403,
      code: '0x80040220',
      message: expect.stringContaining('prvCreateContact'),
    });
    await expect(
      dynamicsWebApi(sandbox, 'nobody').retrieve({ collection: contacts, key: absent }),
    ).rejects.toMatchObject({
      status: 401,
      message: 'Unexpected Error',
    });
  });
});

describe('dynamics-web-api 2.5.0: alternate keys', () => {
  const collection = 'inv_webroles';
  const key = `inv_key='${encodeURIComponent("it's a/b&c#d").replaceAll("'", "''")}'`;

  it('upserts and reads by an alternate key with every special character', async () => {
    await api.upsert({ collection, key, data: { inv_name: 'Made' } });
    await api.upsert({ collection, key, data: { inv_name: 'Changed' } });
    const found = await api.retrieve({ collection, key, select: ['inv_name', 'inv_key'] });
    expect(found).toMatchObject({ inv_name: 'Changed', inv_key: "it's a/b&c#d" });
    expect(await api.count({ collection, filter: "inv_name eq 'Changed'" })).toBe(1);
  });

  it('answers an upsert under the key it was called by, so the client finds no id', async () => {
    expect(
      await api.upsert({ collection, key: "inv_key='echo'", data: { inv_name: 'Echo' } }),
    ).toBeUndefined();
  });

  it('refuses a second row with the same key, and a key that is not defined', async () => {
    await createId(api, collection, { inv_name: 'One', inv_key: 'same' });
    await expect(createId(api, collection, { inv_name: 'Two', inv_key: 'SAME' })).rejects.toMatchObject({
      status: 412,
      code: '0x80060892',
    });
    await expect(api.retrieve({ collection, key: "inv_key='nobody'" })).rejects.toMatchObject({
      status: 404,
      code: '0x80060891',
    });
    await expect(api.retrieve({ collection, key: "inv_name='One'" })).rejects.toMatchObject({
      status: 400,
      code: '0x80060890',
    });
  });

  it('updates and deletes by an alternate key', async () => {
    await createId(api, collection, { inv_name: 'Short-lived', inv_key: 'short' });
    expect(await api.update({ collection, key: "inv_key='short'", data: { inv_description: 'x' } })).toBe(
      true,
    );
    expect(await api.deleteRecord({ collection, key: "inv_key='short'" })).toBe(true);
    await expect(api.retrieve({ collection, key: "inv_key='short'" })).rejects.toMatchObject({ status: 404 });
  });
});

describe('dynamics-web-api 2.5.0: links', () => {
  it('associates and disassociates N:N', async () => {
    const teamId = await createId(api, 'teams', {
      name: 'Linked',
      teamtype: 0,
      'administratorid@odata.bind': `systemusers(${developmentUsers.admin.id})`,
      'businessunitid@odata.bind': `businessunits(${sandbox.organization.businessUnitId})`,
    });
    const link = {
      collection: 'teams',
      primaryKey: teamId,
      relationshipName: 'teammembership_association',
      relatedKey: developmentUsers.reader.id,
    };
    const members = async () => {
      const team = await api.retrieve<{ teammembership_association: { systemuserid: string }[] }>({
        collection: 'teams',
        key: teamId,
        select: ['name'],
        expand: [{ property: 'teammembership_association', select: ['systemuserid'] }],
      });
      return team.teammembership_association.map(({ systemuserid }) => systemuserid);
    };
    await api.associate({ ...link, relatedCollection: 'systemusers' });
    expect(await members()).toEqual([developmentUsers.reader.id]);
    await api.disassociate(link);
    expect(await members()).toEqual([]);
  });

  it('sets and clears a single-valued navigation property', async () => {
    const account = await createId(api, 'accounts', { name: 'Single-valued' });
    const person = await contact('Primary');
    const link = { collection: 'accounts', primaryKey: account, navigationProperty: 'primarycontactid' };
    const primary = async () =>
      (
        await api.retrieve<Record<string, unknown>>({
          collection: 'accounts',
          key: account,
          select: ['_primarycontactid_value'],
        })
      )['_primarycontactid_value'];
    await api.associateSingleValued({ ...link, relatedCollection: contacts, relatedKey: person });
    expect(await primary()).toBe(person);
    const reference = await api.retrieve<Record<string, string>>({
      collection: 'accounts',
      key: account,
      select: ['primarycontactid/$ref'],
    });
    expect(reference).toMatchObject({ id: person, collection: contacts });
    await api.disassociateSingleValued(link);
    expect(await primary()).toBeNull();
  });
});
