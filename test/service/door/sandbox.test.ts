import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Dataverse, Row, Write } from '../../../plugins/dataverse/door.js';
import { signIn } from '../../../plugins/dataverse/identity/signIn.js';
import { connect } from '../../../plugins/dataverse/connect.js';
import {
  baseLanguage,
  developmentUsers,
  organizationId,
  rootBusinessUnitId,
  serviceClientId,
} from '../../../sandbox/dataverse/install/wellKnown.js';
import { openSandbox, type SandboxDoor } from './sandboxDoor.js';

let opened: SandboxDoor;
let dataverse: Dataverse;
beforeAll(async () => {
  opened = await openSandbox();
});
beforeEach(() => {
  opened.sandbox.faults.clear();
  dataverse = opened.doorOf('admin');
});
afterAll(() => opened.sandbox.close());

const createContact = (id: string, row: Row = {}): Write => ({
  kind: 'create',
  set: 'contacts',
  row: { contactid: id, lastname: 'Door', ...row },
});
const contact = (id: string) =>
  dataverse.row({ set: 'contacts', key: id, select: ['lastname', 'firstname', 'createdon'] });
const etagOf = async (id: string): Promise<string> => String((await contact(id))?.['@odata.etag']);
/** A template's text as Dataverse keeps it. */
const presentation = (text: string): string =>
  `<?xml version="1.0"?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text" indent="no"/><xsl:template match="/data"><![CDATA[${text}]]></xsl:template></xsl:stylesheet>`;
const nobody = '00000000-0000-4000-8000-000000000404';

describe('reading through the door', () => {
  it('knows who it is', async () => {
    expect(await dataverse.whoAmI()).toEqual({
      userId: developmentUsers.admin.id,
      userIds: [developmentUsers.admin.id],
      businessUnitId: rootBusinessUnitId,
      organizationId,
    });
  });

  it('pages through a collection, in order, one page at a time', async () => {
    const lastname = `Pages ${randomUUID()}`;
    const names = Array.from({ length: 7 }, (_, index) => `N${index}`);
    await dataverse.write(names.map((firstname) => createContact(randomUUID(), { firstname, lastname })));
    const read = {
      set: 'contacts',
      select: ['firstname'],
      filter: `lastname eq '${lastname}'`,
      orderBy: ['firstname desc'],
      pageSize: 3,
    };
    const pages: unknown[][] = [];
    for await (const page of dataverse.pages(read)) pages.push(page.map(({ firstname }) => firstname));
    expect(pages).toEqual([['N6', 'N5', 'N4'], ['N3', 'N2', 'N1'], ['N0']]);
  });

  it('gives a row as it is, its date as text; undefined when there is none', async () => {
    const id = randomUUID();
    await dataverse.write([createContact(id, { firstname: '2026-11-22T09:30:00Z' })]);
    expect(await contact(id)).toMatchObject({
      '@odata.etag': expect.stringMatching(/^W\//),
      firstname: '2026-11-22T09:30:00Z',
      createdon: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(await contact(nobody)).toBeUndefined();
  });

  it('expands what a row refers to', async () => {
    const [account, id] = [randomUUID(), randomUUID()];
    await dataverse.write([
      { kind: 'create', set: 'accounts', row: { accountid: account, name: 'A & B #1' } },
      createContact(id, { 'parentcustomerid_account@odata.bind': `accounts(${account})` }),
    ]);
    const row = await dataverse.row({
      set: 'contacts',
      key: id,
      expand: ['parentcustomerid_account($select=name)'],
    });
    expect(row).toMatchObject({ parentcustomerid_account: { name: 'A & B #1' } });
    const { rows } = await dataverse.page({
      set: 'accounts',
      select: ['name'],
      filter: `accountid eq ${account}`,
      expand: ["contact_customer_accounts($select=lastname;$filter=lastname eq 'Door')"],
    });
    expect(rows).toMatchObject([{ contact_customer_accounts: [{ lastname: 'Door' }] }]);
  });

  it('reads several things in one request', async () => {
    const id = randomUUID();
    await dataverse.write([createContact(id)]);
    const before = opened.sandbox.counters.snapshot().requests;
    const [found, missing, list] = await dataverse.readTogether([
      { set: 'contacts', key: id, select: ['lastname'] },
      { set: 'contacts', key: nobody },
      { set: 'contacts', filter: `contactid eq ${id}`, select: ['lastname'] },
    ]);
    expect(opened.sandbox.counters.snapshot().requests - before).toBe(1);
    expect(found).toMatchObject({ lastname: 'Door' });
    expect(missing).toBeUndefined();
    expect(list).toMatchObject({ value: [{ lastname: 'Door' }] });
  });

  it('knows whether a table has a column', async () => {
    expect(await dataverse.hasColumn('contact', 'mspp_userpreferredlcid')).toBe(true);
    expect(await dataverse.hasColumn('contact', 'mspp_nonsense')).toBe(false);
    expect(await dataverse.hasColumn('nonsense', 'name')).toBe(false);
  });

  it('says that a table is missing, that a column is missing, that a privilege is missing', async () => {
    await expect(dataverse.page({ set: 'inv_invitations' })).rejects.toMatchObject({
      code: 'INV_SOLUTION_MISSING',
      details: { table: 'inv_invitations' },
    });
    await expect(dataverse.page({ set: 'contacts', select: ['nonsense'] })).rejects.toMatchObject({
      code: 'INV_DATAVERSE_REFUSED',
    });
    await expect(opened.doorOf('service').page({ set: 'contacts' })).rejects.toMatchObject({
      code: 'INV_DATAVERSE_FORBIDDEN',
    });
  });
});

describe('writing through the door', () => {
  it('changes all or nothing', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await dataverse.write([createContact(first), createContact(second)])).toEqual({ kind: 'done' });
    const version = await etagOf(first);
    const both: Write[] = [
      { kind: 'update', set: 'contacts', id: first, row: { firstname: 'New' }, version },
      { kind: 'update', set: 'contacts', id: nobody, row: { firstname: 'New' } },
    ];
    expect(await dataverse.write(both)).toEqual({ kind: 'gone' });
    expect(await contact(first)).toMatchObject({ firstname: null, '@odata.etag': version });
  });

  it('tells a changed row, an existing row and a refusal apart', async () => {
    const id = randomUUID();
    await dataverse.write([createContact(id)]);
    const version = await etagOf(id);
    const update = (firstname: string): Write => ({
      kind: 'update',
      set: 'contacts',
      id,
      row: { firstname },
      version,
    });
    expect(await dataverse.write([update('First')])).toEqual({ kind: 'done' });
    expect(await dataverse.write([update('Second')])).toEqual({ kind: 'changed' });
    expect(await dataverse.write([createContact(id)])).toEqual({ kind: 'exists' });
    expect(
      await dataverse.write([createContact(randomUUID(), { firstname: 'x'.repeat(300) })]),
    ).toMatchObject({
      kind: 'refused',
      error: { status: 400, message: expect.not.stringContaining('xxx') },
    });
    expect(await contact(id)).toMatchObject({ firstname: 'First' });
  });

  it('links two rows', async () => {
    const team = randomUUID();
    const write = await dataverse.write([
      {
        kind: 'create',
        set: 'teams',
        row: {
          teamid: team,
          name: `T ${team}`,
          'administratorid@odata.bind': `systemusers(${developmentUsers.admin.id})`,
          'businessunitid@odata.bind': `businessunits(${rootBusinessUnitId})`,
        },
      },
      {
        kind: 'associate',
        set: 'teams',
        id: team,
        navigation: 'teammembership_association',
        relatedSet: 'systemusers',
        relatedId: developmentUsers.reader.id,
      },
    ]);
    expect(write).toEqual({ kind: 'done' });
    const row = await dataverse.row({
      set: 'teams',
      key: team,
      expand: ['teammembership_association($select=domainname)'],
    });
    expect(row?.teammembership_association).toMatchObject([{ systemuserid: developmentUsers.reader.id }]);
  });

  it('deletes a row once, and only in the version that was read', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await dataverse.write([createContact(id), createContact(other)]);
    const version = await etagOf(id);
    await dataverse.write([{ kind: 'update', set: 'contacts', id, row: { firstname: 'Ada' } }]);
    const remove = (these: { id: string; version?: string }[]) =>
      dataverse.write(these.map((one): Write => ({ kind: 'delete', set: 'contacts', ...one })));
    expect(await remove([{ id, version }])).toEqual({ kind: 'changed' });
    expect(await remove([{ id, version: await etagOf(id) }])).toEqual({ kind: 'done' });
    expect(await contact(id)).toBeUndefined();
    expect(await remove([{ id: other }, { id }])).toEqual({ kind: 'gone' });
    expect(await contact(other)).toBeDefined();
  });

  it('creates a mail and sends it in one transaction', async () => {
    const [recipient, mail] = [randomUUID(), randomUUID()];
    const outcome = await dataverse.write([
      createContact(recipient, { emailaddress1: 'ada@contoso.example' }),
      {
        kind: 'create',
        set: 'emails',
        row: {
          activityid: mail,
          subject: 'Hello',
          email_activity_parties: [
            {
              participationtypemask: 1,
              'partyid_systemuser@odata.bind': `systemusers(${developmentUsers.admin.id})`,
            },
            { participationtypemask: 2, 'partyid_contact@odata.bind': `contacts(${recipient})` },
          ],
        },
      },
      { kind: 'action', set: 'emails', id: mail, name: 'SendEmail', parameters: { IssueSend: true } },
    ]);
    expect(outcome).toEqual({ kind: 'done' });
    expect(await dataverse.row({ set: 'emails', key: mail, select: ['statuscode'] })).toMatchObject({
      statuscode: 6,
    });
  });

  it('instantiates a template', async () => {
    const template = randomUUID();
    const row = {
      templateid: template,
      title: 'Greeting',
      templatetypecode: 'systemuser',
      languagecode: baseLanguage,
      ispersonal: false,
      subject: presentation('Dear {{contact.fullname}}'),
      body: presentation('<p>Hello</p>'),
    };
    expect(await dataverse.write([{ kind: 'create', set: 'templates', row }])).toEqual({ kind: 'done' });
    const answer = await dataverse.ask('InstantiateTemplate', {
      TemplateId: template,
      ObjectType: 'systemuser',
      ObjectId: developmentUsers.admin.id,
    });
    expect(answer.value).toMatchObject([{ subject: 'Dear {{contact.fullname}}' }]);
  });

  it('refuses to execute what does not exist', async () => {
    const parameters = { EntityId: nobody };
    const outcome = await dataverse.write([
      { kind: 'action', set: 'workflows', id: nobody, name: 'ExecuteWorkflow', parameters },
    ]);
    expect(outcome.kind).toBe('gone');
  });
});

describe('faults between the door and Dataverse', () => {
  it('a write that was turned away happens once', async () => {
    const id = randomUUID();
    opened.sandbox.faults.add({ body: id, times: 2, failure: { kind: 'throttled', retryAfter: 0 } });
    expect(await dataverse.write([createContact(id), createContact(randomUUID())])).toEqual({ kind: 'done' });
  });

  it.each([
    ['before it was executed', 'dropBefore', false],
    ['after it was executed', 'dropAfter', true],
  ] as const)('a connection that breaks %s leaves the outcome unknown', async (_name, kind, happened) => {
    const id = randomUUID();
    opened.sandbox.faults.add({ body: id, times: 1, failure: { kind } });
    expect(await dataverse.write([createContact(id)])).toMatchObject({ kind: 'unknown' });
    expect((await contact(id)) !== undefined).toBe(happened);
  });
});

describe('signing in at the identity provider', () => {
  const secret = 'door-secret';
  const credentials = { kind: 'secret', clientId: serviceClientId, secret } as const;
  const signedIn = (sandbox: SandboxDoor['sandbox'], wrong = {}): Dataverse => {
    const tokens = signIn(
      { ...credentials, tenantId: sandbox.tenantId, ...wrong },
      { resource: sandbox.url, authority: sandbox.url },
    );
    return connect({ url: sandbox.url, identities: [tokens] });
  };

  it('works with MSAL and a secret, and the token is renewed when it is no longer accepted', async () => {
    const other = await openSandbox({
      serviceSecret: secret,
      users: [{ name: 'service', roles: ['Read Only'] }],
    });
    try {
      const door = signedIn(other.sandbox);
      expect((await door.whoAmI()).userId).toBe(developmentUsers.service.id);
      other.sandbox.faults.add({ url: 'contacts', times: 1, failure: { kind: 'unauthorized' } });
      expect((await door.page({ set: 'contacts' })).rows).toEqual([]);
      await expect(signedIn(other.sandbox, { secret: 'wrong' }).whoAmI()).rejects.toMatchObject({
        code: 'INV_SIGN_IN_FAILED',
        message: expect.not.stringContaining('wrong.'),
      });
    } finally {
      await other.sandbox.close();
    }
  });
});
