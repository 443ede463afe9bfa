import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create, type CallOptions } from '../server/webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
});
afterAll(() => sandbox.close());

const send = (method: string, path: string, options?: CallOptions) => call(sandbox, method, path, options);
const add = (set: string, row: object) => create(sandbox, set, row);
const url = (path: string) => `${sandbox.url}/api/data/v9.2/${path}`;
const representation = { prefer: 'return=representation' };

describe('one row over HTTP', () => {
  it('is created, read, changed and deleted', async () => {
    const created = await send('POST', 'contacts', { body: { lastname: 'Lee' } });
    expect(created).toMatchObject({ status: 204, text: '' });
    const id = created.headers.get('odata-entityid')?.match(/[0-9a-f-]{36}/)?.[0] ?? '';
    expect(created.headers.get('odata-entityid')).toBe(url(`contacts(${id})`));
    expect((await send('PATCH', `contacts(${id})`, { body: { firstname: 'Ann' } })).status).toBe(204);
    const row = await send('GET', `contacts(${id})?$select=fullname`);
    expect(row).toMatchObject({ status: 200, json: { fullname: 'Ann Lee', contactid: id } });
    expect(row.headers.get('etag')).toBe(row.json['@odata.etag']);
    expect((await send('DELETE', `contacts(${id})`)).status).toBe(204);
    expect(await send('GET', `contacts(${id})`)).toMatchObject({ status: 404, code: '0x80040217' });
  });

  it('comes back when the caller prefers it: 201 from POST, 200 from PATCH, which expands nothing', async () => {
    const made = await send('POST', 'contacts?$select=lastname&$expand=ownerid($select=fullname)', {
      body: { lastname: 'Back' },
      headers: representation,
    });
    expect(made).toMatchObject({ status: 201, json: { ownerid: { fullname: 'Ada Admin' } } });
    expect(made.headers.get('odata-entityid')).toBeNull();
    const path = `contacts(${String(made.json['contactid'])})?$select=lastname&$expand=ownerid`;
    const changed = await send('PATCH', path, { body: { lastname: 'Again' }, headers: representation });
    expect(changed).toMatchObject({ status: 200, json: { lastname: 'Again' } });
    expect(changed.json).not.toHaveProperty('ownerid');
    expect(changed.headers.get('preference-applied')).toBe('return=representation');
  });

  it('answers 304 to its own etag, but not with annotations or an expansion', async () => {
    const path = `contacts(${await add('contacts', { lastname: 'Etag' })})?$select=lastname`;
    const etag = String((await send('GET', path)).json['@odata.etag']);
    const known = { 'if-none-match': etag };
    expect((await send('GET', path, { headers: known })).status).toBe(304);
    expect((await send('GET', `${path}&$expand=ownerid`, { headers: known })).status).toBe(200);
    const annotated = { ...known, prefer: 'odata.include-annotations="*"' };
    expect((await send('GET', path, { headers: annotated })).status).toBe(200);
    expect((await send('GET', path, { headers: { 'if-none-match': 'null' } })).status).toBe(200);
  });

  it('is changed and deleted in the version that was read, or not at all', async () => {
    const path = `contacts(${await add('contacts', { lastname: 'Version' })})`;
    const headers = { 'if-match': String((await send('GET', path)).json['@odata.etag']) };
    expect((await send('PATCH', path, { headers, body: { jobtitle: 'first' } })).status).toBe(204);
    const stale = { status: 412, code: '0x80060882' };
    expect(await send('PATCH', path, { headers, body: { jobtitle: 'second' } })).toMatchObject(stale);
    expect(await send('PUT', `${path}/jobtitle`, { headers, body: { value: 'x' } })).toMatchObject(stale);
    expect(await send('DELETE', path, { headers })).toMatchObject(stale);
  });

  it('is upserted unless If-Match or If-None-Match forbid it', async () => {
    const path = `contacts(${randomUUID()})`;
    const body = { lastname: 'Upsert' };
    const only = (name: string) => ({ body, headers: { [name]: '*' } });
    expect(await send('PATCH', path, only('if-match'))).toMatchObject({ status: 404, code: '0x80040217' });
    expect((await send('PATCH', path, only('if-none-match'))).status).toBe(204);
    expect(await send('PATCH', path, only('if-none-match'))).toMatchObject({
      status: 412,
      code: '0x80040237',
    });
    expect((await send('PATCH', path, { body })).status).toBe(204);
  });

  it('cannot be created under an id that is taken', async () => {
    const contactid = await add('contacts', { lastname: 'Taken' });
    const again = await send('POST', 'contacts', { body: { contactid, lastname: 'Again' } });
    expect(again).toMatchObject({ status: 412, code: '0x80040237' });
  });

  it('has single properties: read, raw, set, emptied', async () => {
    const path = `contacts(${await add('contacts', { lastname: 'Property' })})`;
    expect((await send('GET', `${path}/lastname`)).json).toMatchObject({ value: 'Property' });
    expect((await send('GET', `${path}/lastname/$value`)).text).toContain('Property');
    expect((await send('GET', `${path}/jobtitle`)).status).toBe(204);
    expect((await send('PUT', `${path}/jobtitle`, { body: { value: 'Smith' } })).status).toBe(204);
    expect((await send('GET', `${path}/jobtitle`)).json).toMatchObject({ value: 'Smith' });
    expect((await send('DELETE', `${path}/jobtitle`)).status).toBe(204);
    expect((await send('GET', `${path}/jobtitle`)).status).toBe(204);
  });
});

describe('an alternate key over HTTP', () => {
  const keyed = (key: string) => `inv_webroles(inv_key='${encodeURIComponent(key.replaceAll("'", "''"))}')`;

  it.each(['plain', 'ä ö', '100%', "o'clock", 'a/b&c#d,e=(f)', '日本'])(
    'upserts, finds and echoes %s',
    async (key) => {
      const made = await send('PATCH', keyed(key), { body: { inv_name: 'Role' } });
      expect(made.status).toBe(204);
      expect(made.headers.get('odata-entityid')).toBe(url(keyed(key)));
      const found = await send('GET', `${keyed(key)}?$select=inv_key`);
      expect(found).toMatchObject({ status: 200, json: { inv_key: key } });
    },
  );

  it('is dropped from the body of an update, and counts in that of a create', async () => {
    await add('inv_webroles', { inv_name: 'One', inv_key: 'one' });
    await send('PATCH', keyed('one'), { body: { inv_name: 'Changed', inv_key: 'other' } });
    expect((await send('GET', keyed('one'))).json).toMatchObject({ inv_name: 'Changed', inv_key: 'one' });
    await send('PATCH', keyed('absent'), { body: { inv_name: 'New', inv_key: 'present' } });
    expect((await send('GET', keyed('present'))).status).toBe(200);
  });

  it('is unique whatever the case, and may be empty in many rows', async () => {
    await add('inv_webroles', { inv_name: 'Key', inv_key: 'unique' });
    const twice = await send('POST', 'inv_webroles', { body: { inv_name: 'Key', inv_key: 'UNIQUE' } });
    expect(twice).toMatchObject({ status: 412, code: '0x80060892' });
    await add('inv_webroles', { inv_name: 'No key' });
    await add('inv_webroles', { inv_name: 'No key' });
  });

  it.each([
    ["inv_webroles(inv_key='nobody')", 404, '0x80060891'],
    ["inv_webroles(inv_name='Role')", 400, '0x80060890'],
    ["systemusers(domainname='admin@sandbox.example')", 400, '0x80060890'],
  ])('%s: %i %s', async (path, status, code) => {
    expect(await send('GET', path)).toMatchObject({ status, code });
  });
});

describe('related rows over HTTP', () => {
  it('are created with the row at any depth, all or none', async () => {
    const id = await add('accounts', {
      name: 'Deep',
      primarycontactid: { lastname: 'Primary', contact_customer_contacts: [{ lastname: 'Child' }] },
      contact_customer_accounts: [{ lastname: 'Employee', Contact_Tasks: [{ subject: 'Call' }] }],
    });
    const expand =
      'primarycontactid($select=lastname;$expand=contact_customer_contacts($select=lastname)),contact_customer_accounts($select=lastname)';
    expect((await send('GET', `accounts(${id})?$select=name&$expand=${expand}`)).json).toMatchObject({
      primarycontactid: { lastname: 'Primary', contact_customer_contacts: [{ lastname: 'Child' }] },
      contact_customer_accounts: [{ lastname: 'Employee' }],
    });
    const bad = { name: 'Half', contact_customer_accounts: [{ lastname: 'Good' }, { nothing: 1 }] };
    expect(await send('POST', 'accounts', { body: bad })).toMatchObject({ status: 400, code: '0x80048d19' });
    expect((await send('GET', "contacts/$count?$filter=lastname eq 'Good'")).text).toMatch(/0$/);
  });

  it('show in lookups with the annotations asked for', async () => {
    const account = await add('accounts', { name: 'Acme' });
    const bound = { lastname: 'Lookup', 'parentcustomerid_account@odata.bind': `/accounts(${account})` };
    const path = `contacts(${await add('contacts', bound)})?$select=_parentcustomerid_value`;
    const name = '_parentcustomerid_value';
    const all = await send('GET', path, { headers: { prefer: 'odata.include-annotations="*"' } });
    expect(all.json).toMatchObject({
      [name]: account,
      [`${name}@OData.Community.Display.V1.FormattedValue`]: 'Acme',
      [`${name}@Microsoft.Dynamics.CRM.lookuplogicalname`]: 'account',
      [`${name}@Microsoft.Dynamics.CRM.associatednavigationproperty`]: 'parentcustomerid_account',
    });
    const some = { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"' };
    expect((await send('GET', path, { headers: some })).json).not.toHaveProperty(
      `${name}@OData.Community.Display.V1.FormattedValue`,
    );
    expect(Object.keys((await send('GET', path)).json)).not.toContain(
      `${name}@Microsoft.Dynamics.CRM.lookuplogicalname`,
    );
  });

  it('replace each other in a lookup that leads to several tables', async () => {
    const account = await add('accounts', { name: 'First' });
    const person = await add('contacts', { lastname: 'Second' });
    const bound = { lastname: 'Poly', 'parentcustomerid_account@odata.bind': `/accounts(${account})` };
    const path = `contacts(${await add('contacts', bound)})`;
    await send('PATCH', path, { body: { 'parentcustomerid_contact@odata.bind': `contacts(${person})` } });
    const expanded = `${path}?$select=_parentcustomerid_value&$expand=parentcustomerid_account,parentcustomerid_contact($select=lastname)`;
    expect((await send('GET', expanded)).json).toMatchObject({
      parentcustomerid_account: null,
      parentcustomerid_contact: { lastname: 'Second' },
    });
    await send('PATCH', path, { body: { 'parentcustomerid_contact@odata.bind': null } });
    expect((await send('GET', expanded)).json).toMatchObject({ _parentcustomerid_value: null });
  });

  it('of an activity go by the name of the activity, and by that of all activities', async () => {
    const contact = await add('contacts', { lastname: 'Regarded' });
    const manager = '/systemusers(5a5d0000-0000-4000-8000-000000000012)';
    const id = await add('emails', {
      subject: 'Names',
      'ownerid_email@odata.bind': manager,
      'regardingobjectid_contact_email@odata.bind': `/contacts(${contact})`,
    });
    const expand = 'ownerid($select=fullname),regardingobjectid_contact($select=lastname)';
    expect((await send('GET', `emails(${id})?$select=subject&$expand=${expand}`)).json).toMatchObject({
      ownerid: { fullname: 'Mia Manager' },
      regardingobjectid_contact: { lastname: 'Regarded' },
    });
    const redemption = {
      subject: 'Own',
      'inv_contactid_inv_inviteredemption@odata.bind': `/contacts(${contact})`,
    };
    await add('inv_inviteredemptions', redemption);
    const byColumn = { subject: 'Own', 'inv_contactid@odata.bind': `/contacts(${contact})` };
    expect(await send('POST', 'inv_inviteredemptions', { body: byColumn })).toMatchObject({
      status: 400,
      code: '0x80048d19',
    });
  });

  it('are tied and untied through $ref', async () => {
    const account = await add('accounts', { name: 'Ref' });
    const contact = await add('contacts', { lastname: 'Ref' });
    const role = await add('inv_webroles', { inv_name: 'Ref' });
    const to = (path: string) => ({ body: { '@odata.id': path } });
    const steps: readonly (readonly [string, string, CallOptions?])[] = [
      ['PUT', `accounts(${account})/primarycontactid/$ref`, to(url(`contacts(${contact})`))],
      ['DELETE', `accounts(${account})/primarycontactid/$ref`],
      ['POST', `accounts(${account})/contact_customer_accounts/$ref`, to(`contacts(${contact})`)],
      ['DELETE', `accounts(${account})/contact_customer_accounts/$ref?$id=${url(`contacts(${contact})`)}`],
      ['POST', `contacts(${contact})/inv_webrole_contacts/$ref`, to(`inv_webroles(${role})`)],
      ['DELETE', `inv_webroles(${role})/inv_webrole_contacts(${contact})/$ref`],
    ];
    for (const [method, path, options] of steps) {
      expect([method, path, (await send(method, path, options)).status]).toEqual([method, path, 204]);
    }
    const polymorphic = `contacts(${contact})/parentcustomerid/$ref`;
    expect(await send('POST', polymorphic, to(`accounts(${account})`))).toMatchObject({ code: '0x8006088a' });
    expect(await send('POST', 'inv_webrole_contactsset', { body: {} })).toMatchObject({ code: '0x80040800' });
  });
});
