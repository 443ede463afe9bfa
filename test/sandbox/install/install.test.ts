import { describe, expect, it } from '@jest/globals';
import { install } from '../../../sandbox/dataverse/install/install.js';
import { developmentUsers, rootBusinessUnitId } from '../../../sandbox/dataverse/install/wellKnown.js';
import type { Solution } from '../../../sandbox/dataverse/metadata/solution.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Organization } from '../../../sandbox/dataverse/organization/organization.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { emptyOrganization, emptySolution, sessionOf, testOrganization } from './testOrganization.js';

const solution: Solution = {
  ...emptySolution,
  roles: [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Helper', privileges: new Map() }],
  fieldSecurityProfiles: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000002',
      name: 'Secret Reader',
      permissions: [{ table: 'contact', column: 'governmentid', read: true, create: false, update: false }],
    },
  ],
  emailTemplates: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000003',
      title: 'Greeting',
      description: 'Says hello',
      typeCode: 2,
      languageCode: 1031,
      subject: '<subject/>',
      body: '<body/>',
      subjectPresentationXml: '<s/>',
      presentationXml: '<p/>',
    },
  ],
  environmentVariables: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000004',
      schemaName: 'test_Url',
      type: 100000000,
      defaultValue: 'https://one.example',
      labels: { 1033: 'Address' },
      descriptions: {},
      isRequired: true,
    },
  ],
  webResources: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000005',
      name: 'test_/script.js',
      displayName: 'Script',
      type: 3,
      content: Buffer.from('// ü'),
      dependencies: [],
    },
  ],
  views: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000006',
      table: 'contact',
      labels: { 1033: 'All' },
      queryType: 0,
      isDefault: true,
      isQuickFind: false,
      fetchXml: '<fetch/>',
      layoutXml: '<grid/>',
    },
  ],
  forms: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000007',
      table: 'contact',
      type: 'main',
      labels: { 1033: 'Information' },
      formXml: '<form/>',
    },
  ],
};

function row({ store, catalogue }: Organization, table: string, id: string) {
  return store.one(`SELECT * FROM "${table}" WHERE "${catalogue.table(table).primaryId}" = ?`, [id]);
}

/** The number of rows of every table. */
function counts({ store, catalogue }: Organization): Record<string, unknown> {
  return Object.fromEntries(
    [...catalogue.tables.keys()].map((table) => [
      table,
      store.one(`SELECT COUNT(*) AS n FROM "${table}"`)?.['n'],
    ]),
  );
}

describe('installing', () => {
  const organization = testOrganization(
    [solution],
    [{ name: 'reader', roles: ['Helper'], profiles: ['Secret Reader'] }],
  );

  it.each([
    ['role', '1', { name: 'Helper', businessunitid: rootBusinessUnitId }],
    ['fieldsecurityprofile', '2', { name: 'Secret Reader' }],
    [
      'template',
      '3',
      {
        title: 'Greeting',
        body: '<body/>',
        subject: '<subject/>',
        templatetypecode: 'contact',
        languagecode: 1031,
      },
    ],
    [
      'environmentvariabledefinition',
      '4',
      { schemaname: 'test_Url', defaultvalue: 'https://one.example', displayname: 'Address', isrequired: 1 },
    ],
    ['webresource', '5', { name: 'test_/script.js', content: Buffer.from('// ü').toString('base64') }],
    ['savedquery', '6', { name: 'All', returnedtypecode: 'contact', fetchxml: '<fetch/>' }],
    ['systemform', '7', { name: 'Information', objecttypecode: 'contact', type: 2 }],
  ])('makes a row of %s of what a solution defines', (table, number, columns) => {
    expect(row(organization, table, `aaaaaaaa-0000-4000-8000-00000000000${number}`)).toMatchObject(columns);
  });

  it('records the column permissions of a profile', () => {
    expect(
      organization.store.all('SELECT * FROM fieldpermission WHERE attributelogicalname = ?', [
        'governmentid',
      ]),
    ).toMatchObject([{ entityname: 'contact', canread: 4, cancreate: 0, canupdate: 0 }]);
  });

  it('records which solutions are there, with their version', () => {
    expect(
      organization.store.one('SELECT version FROM solution WHERE uniquename = ?', ['TestSolution']),
    ).toMatchObject({ version: '1.0.0.0' });
  });

  it('records the publisher of each solution: what names and choice values begin with', () => {
    const sql = `SELECT s.uniquename, s.friendlyname, s.ismanaged, p.uniquename AS publisher, p.customizationprefix AS prefix,
      p.customizationoptionvalueprefix AS digits FROM solution s JOIN publisher p ON p.publisherid = s.publisherid ORDER BY s.uniquename`;
    expect(organization.store.all(sql)).toEqual([
      {
        uniquename: 'Default',
        friendlyname: 'Default Solution',
        ismanaged: 0,
        publisher: 'DefaultPublisherSandbox',
        prefix: 'new',
        digits: 10000,
      },
      {
        uniquename: 'System',
        friendlyname: 'System',
        ismanaged: 1,
        publisher: 'MicrosoftCorporation',
        prefix: null,
        digits: null,
      },
      {
        uniquename: 'TestSolution',
        friendlyname: 'Test Solution',
        ismanaged: 0,
        publisher: 'Testers',
        prefix: 'tst',
        digits: 12345,
      },
    ]);
  });

  it('gives the development users their roles: everything for admin, what is named for the others', () => {
    const contacts = organization.catalogue.table('contact');
    expect(() =>
      createRow(sessionOf(organization, 'admin'), contacts, { lastname: 'A', governmentid: '1' }),
    ).not.toThrow();
    expect(() => createRow(sessionOf(organization, 'manager'), contacts, { lastname: 'B' })).not.toThrow();
    expect(() => createRow(sessionOf(organization, 'reader'), contacts, { lastname: 'C' })).toThrow(
      'prvCreateContact',
    );
  });

  it('gives people an approved mailbox and the application none', () => {
    expect(row(organization, 'systemuser', developmentUsers.manager.id)).toMatchObject({
      fullname: 'Mia Manager',
      internalemailaddress: 'manager@sandbox.example',
      emailrouteraccessapproval: 1,
    });
    expect(row(organization, 'systemuser', developmentUsers.service.id)).toMatchObject({
      applicationid: developmentUsers.service.applicationId,
      emailrouteraccessapproval: 0,
    });
  });

  it('adds the roles and profiles it is told to', () => {
    const held = (relationship: string, column: string) =>
      organization.store.all(`SELECT "${column}" AS id FROM "${relationship}" WHERE systemuserid = ?`, [
        developmentUsers.reader.id,
      ]);
    expect(held('systemuserroles', 'roleid')).toContainEqual(
      expect.objectContaining({ id: 'aaaaaaaa-0000-4000-8000-000000000001' }),
    );
    expect(held('systemuserprofiles', 'fieldsecurityprofileid')).toMatchObject([
      { id: 'aaaaaaaa-0000-4000-8000-000000000002' },
    ]);
  });

  it.each([
    [{ name: 'manager', roles: ['No Such Role'] } as const, 'No Such Role'],
    [{ name: 'manager', roles: [], profiles: ['No Such Profile'] } as const, 'No Such Profile'],
  ])('refuses an assignment nobody defines and leaves nothing behind', (assignment, message) => {
    const empty = emptyOrganization();
    expect(() => install(empty, { users: [assignment] })).toThrow(message);
    expect(counts(empty)).toMatchObject({ systemuser: 0, role: 0 });
  });
});

describe('installing again', () => {
  it('changes nothing when nothing has changed', () => {
    const organization = testOrganization([solution]);
    const before = counts(organization);
    const version = organization.store.currentVersion();
    install(organization, { users: [{ name: 'service', roles: ['Basic User'] }] });
    expect(counts(organization)).toEqual(before);
    expect(organization.store.currentVersion()).toBe(version);
  });

  it('leaves what makers have changed in a solution of the same version', () => {
    const organization = testOrganization([solution]);
    const id = 'aaaaaaaa-0000-4000-8000-000000000003';
    updateRow(sessionOf(organization, 'admin'), organization.catalogue.table('template'), id, {
      subject: '<edited/>',
    });
    install(organization);
    expect(row(organization, 'template', id)).toMatchObject({ subject: '<edited/>' });
  });

  it('asks for a new version when a user is to have a role that the installed one lacks', () => {
    const organization = testOrganization([{ ...solution, roles: [] }]);
    const solutions = organization.catalogue.solutions.map((part) =>
      part.uniqueName === solution.uniqueName ? solution : part,
    );
    const edited = { ...organization, catalogue: { ...organization.catalogue, solutions } };
    expect(() => install(edited, { users: [{ name: 'reader', roles: ['Helper'] }] })).toThrow(
      'The security role "Helper" is newer than the solution in the data file.',
    );
  });

  it('brings the definitions of a new version and keeps what users have written', () => {
    const organization = testOrganization([solution]);
    const session = sessionOf(organization, 'admin');
    const contactId = createRow(session, organization.catalogue.table('contact'), { lastname: 'Kept' });
    updateRow(session, organization.catalogue.table('systemuser'), developmentUsers.reader.id, {
      lastname: 'Renamed',
    });
    const upgraded = {
      ...organization,
      catalogue: {
        ...organization.catalogue,
        solutions: organization.catalogue.solutions.map((part) => ({
          ...part,
          version: `${part.version}.1`,
          environmentVariables: part.environmentVariables.map((variable) => ({
            ...variable,
            defaultValue: 'https://two.example',
          })),
        })),
      },
    };
    install(upgraded);
    const variable = row(
      organization,
      'environmentvariabledefinition',
      'aaaaaaaa-0000-4000-8000-000000000004',
    );
    expect(variable).toMatchObject({ defaultvalue: 'https://two.example' });
    expect(
      organization.store.one('SELECT version FROM solution WHERE uniquename = ?', ['TestSolution']),
    ).toMatchObject({ version: '1.0.0.0.1' });
    expect(row(organization, 'contact', contactId)).toMatchObject({ lastname: 'Kept' });
    expect(row(organization, 'systemuser', developmentUsers.reader.id)).toMatchObject({
      fullname: 'Rolf Renamed',
    });
  });
});
