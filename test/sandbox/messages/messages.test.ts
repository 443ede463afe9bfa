import { describe, expect, it } from '@jest/globals';
import {
  developmentUsers,
  organizationId,
  rootBusinessUnitId,
} from '../../../sandbox/dataverse/install/wellKnown.js';
import { findMessage, messages } from '../../../sandbox/dataverse/messages/registry.js';
import { notEmulatedNames } from '../../../sandbox/dataverse/messages/notEmulated.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { platformRow } from '../email/draftEmail.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { baseUrl, callMessage } from './callMessage.js';
import { refusal } from './refusal.js';

const organization = testOrganization();
const admin = sessionOf(organization, 'admin');
const reader = sessionOf(organization, 'reader');
const contactId = platformRow(organization, 'contact', {
  lastname: 'One',
  address1_city: 'Lyon',
  donotphone: true,
});
platformRow(organization, 'account', { name: 'Contoso' });
platformRow(organization, 'account', { name: 'Fabrikam' });

const inUrl = (value: object) => encodeURIComponent(JSON.stringify(value));

describe('functions', () => {
  it.each(['WhoAmI', 'WhoAmI()'])('%s says who calls', (url) => {
    expect(callMessage(reader, url)).toEqual({
      '@odata.context': `${baseUrl}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
      UserId: developmentUsers.reader.id,
      BusinessUnitId: rootBusinessUnitId,
      OrganizationId: organizationId,
    });
  });

  it('RetrieveVersion is of version 9.2', () => {
    expect(callMessage(reader, 'RetrieveVersion()')['Version']).toMatch(/^9\.2\.\d+\.\d+$/);
  });

  it('RetrieveCurrentOrganization names the endpoints under the address that was called', () => {
    const { Detail: detail } = callMessage(
      reader,
      "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    );
    expect(detail).toMatchObject({
      OrganizationId: organizationId,
      Endpoints: { Values: ['http://127.0.0.1:5800/', `${baseUrl}/`] },
    });
  });

  it('RetrieveProvisionedLanguages lists the languages that solutions are written in', () => {
    expect(callMessage(reader, 'RetrieveProvisionedLanguages()')).toEqual({
      '@odata.context': `${baseUrl}/$metadata#Microsoft.Dynamics.CRM.RetrieveProvisionedLanguagesResponse`,
      RetrieveProvisionedLanguages: [1031, 1033, 1036, 3082],
    });
  });

  describe('RetrieveUserPrivileges', () => {
    const privilegesOf = (userId: string) =>
      callMessage(admin, `systemusers(${userId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`)[
        'RolePrivileges'
      ] as readonly Record<string, unknown>[];

    it('tells what the roles of a user allow, as Dataverse spells it, and how far', () => {
      expect(privilegesOf(developmentUsers.manager.id)).toContainEqual({
        PrivilegeName: 'prvReadContact',
        PrivilegeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        Depth: expect.stringMatching(/^(Basic|Local|Deep|Global)$/),
        BusinessUnitId: rootBusinessUnitId,
        RecordFilterId: '00000000-0000-0000-0000-000000000000',
        RecordFilterUniqueName: '',
      });
      const names = privilegesOf(developmentUsers.reader.id).map((row) => row['PrivilegeName']);
      expect(names).toContain('prvReadContact');
      expect(names).not.toContain('prvWriteContact');
    });

    it('is everything for an administrator, and nothing for who has no role', () => {
      const all = privilegesOf(developmentUsers.admin.id);
      expect(all.map((row) => row['PrivilegeName'])).toEqual(
        expect.arrayContaining(['prvSendAsUser', 'prvDeleteContact', 'prvWriteMailbox']),
      );
      expect(new Set(all.map((row) => row['Depth']))).toEqual(new Set(['Global']));
      const newcomer = platformRow(organization, 'systemuser', {
        applicationid: '2b0ff1ce-0000-4000-8000-0000000000aa',
      });
      expect(privilegesOf(newcomer)).toEqual([]);
    });

    it('leaves out no privilege that a role gives', () => {
      const spelled = privilegesOf(developmentUsers.admin.id).map((row) =>
        String(row['PrivilegeName']).toLowerCase(),
      );
      const given = organization.catalogue.solutions.flatMap(({ roles }) =>
        roles.flatMap(({ privileges }) => [...privileges.keys()]),
      );
      expect(given.filter((name) => !spelled.includes(name))).toEqual([]);
    });

    it('knows no user that is not there', () => {
      const nobody = '00000000-0000-4000-8000-00000000dead';
      expect(refusal(() => privilegesOf(nobody))).toMatchObject({ status: 404 });
    });
  });

  it('RetrieveTotalRecordCount counts rows of several tables', () => {
    const answer = callMessage(
      admin,
      `RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${inUrl(['account', 'contact'])}`,
    );
    expect(answer['EntityRecordCountCollection']).toEqual({
      Count: 2,
      IsReadOnly: false,
      Keys: ['account', 'contact'],
      Values: [2, 1],
    });
  });

  it('RetrieveTotalRecordCount refuses a table that is not there', () => {
    expect(
      refusal(() =>
        callMessage(admin, `RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${inUrl(['nothing'])}`),
      ),
    ).toMatchObject({ status: 400 });
  });

  it.each([
    [
      'admin',
      'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, AssignAccess',
    ],
    ['reader', 'ReadAccess'],
  ] as const)('RetrievePrincipalAccess tells what %s may do to a row', (name, rights) => {
    const target = inUrl({ '@odata.id': `contacts(${contactId})` });
    const url = `systemusers(${developmentUsers[name].id})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@p1)?@p1=${target}`;
    expect(callMessage(admin, url)['AccessRights']).toBe(rights);
  });
});

describe('InitializeFrom', () => {
  const initialize = (target: string, type = "Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'") =>
    callMessage(
      admin,
      `InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1=${inUrl({ '@odata.id': `contacts(${contactId})` })}&@p2='${target}'&@p3=${type}`,
    );

  it('takes over columns of the same name and binds the lookup to the source, saving nothing', () => {
    const values = initialize('account');
    expect(values).toMatchObject({
      '@odata.context': `${baseUrl}/$metadata#accounts/$entity`,
      '@odata.type': '#Microsoft.Dynamics.CRM.account',
      address1_city: 'Lyon',
      donotphone: true,
      'primarycontactid@odata.bind': `contacts(${contactId})`,
    });
    expect(values).not.toHaveProperty('statecode');
    expect(organization.store.one('SELECT COUNT(*) AS n FROM account')).toMatchObject({ n: 2 });
  });

  it('reads JSON with single quotes too, as the documentation writes it', () => {
    const moniker = `{'@odata.id':'contacts(${contactId})'}`;
    const url = `InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1=${moniker}&@p2='account'&@p3=Microsoft.Dynamics.CRM.TargetFieldType'All'`;
    expect(callMessage(admin, url)).toMatchObject({ address1_city: 'Lyon' });
  });

  it('refuses an unknown target and an unknown kind of columns', () => {
    expect(refusal(() => initialize('nothing'))).toMatchObject({ status: 400 });
    expect(
      refusal(() => initialize('account', "Microsoft.Dynamics.CRM.TargetFieldType'Some'")),
    ).toMatchObject({ status: 400 });
  });

  it('needs the privilege to create the target', () => {
    const url = `InitializeFrom(EntityMoniker=@p1,TargetEntityName='account',TargetFieldType=Microsoft.Dynamics.CRM.TargetFieldType'All')?@p1=${inUrl({ '@odata.id': `contacts(${contactId})` })}`;
    expect(refusal(() => callMessage(reader, url))).toMatchObject({
      status: 403,
      message: expect.stringContaining('prvCreateAccount'),
    });
  });
});

describe('bulk operation messages', () => {
  it('CreateMultiple creates rows and answers with their ids', () => {
    const target = (lastname: string) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.contact', lastname });
    const answer = callMessage(admin, 'contacts/Microsoft.Dynamics.CRM.CreateMultiple', {
      Targets: [target('A'), target('B')],
    });
    expect(answer['Ids']).toHaveLength(2);
  });

  it.each(['CreateMultiple', 'UpdateMultiple', 'UpsertMultiple'])(
    '%s is bound to collections only',
    (name) => {
      const contact = organization.catalogue.table('contact');
      expect(findMessage(name, contact, true)).toBeDefined();
      expect(findMessage(name, contact, false)).toBeUndefined();
      expect(findMessage(name)).toBeUndefined();
    },
  );
});

describe('names', () => {
  it('are case-sensitive, and an unknown one is no message', () => {
    expect(findMessage('whoami')).toBeUndefined();
    expect(findMessage('NoSuchMessage')).toBeUndefined();
  });

  it('of Dataverse messages that the sandbox has not are refused by name', () => {
    expect(refusal(() => callMessage(admin, 'GetTrackingTokenEmail', { Subject: 'x' }))).toMatchObject({
      status: 501,
      message: expect.stringContaining('GetTrackingTokenEmail'),
    });
  });

  it('stand in one of both lists only', () => {
    expect(messages.map(({ name }) => name).filter((name) => notEmulatedNames.has(name))).toEqual([]);
  });
});

describe('methods', () => {
  it('a function is not called with POST', () => {
    expect(refusal(() => callMessage(admin, 'WhoAmI', {}))).toMatchObject({ status: 405 });
  });

  it('an action is not called with GET', () => {
    const id = createRow(admin, organization.catalogue.table('email'), { subject: 'x' });
    expect(refusal(() => callMessage(admin, `emails(${id})/Microsoft.Dynamics.CRM.SendEmail`))).toMatchObject(
      { status: 405 },
    );
  });
});
