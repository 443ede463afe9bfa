import { describe, expect, it } from '@jest/globals';
import { readAppDefinition } from '../../../sandbox/app/definition/readAppDefinition.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import type { DevelopmentUserName } from '../../../sandbox/dataverse/install/wellKnown.js';
import { systemSession } from '../../../sandbox/dataverse/organization/systemSession.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { emptySolution, testOrganization } from '../../sandbox/install/testOrganization.js';
import { shipped } from './solutions.js';

const organization = testOrganization(
  [shipped],
  [
    { name: 'manager', roles: ['Basic User', 'Invitation Manager'], profiles: ['Invitation Code Author'] },
    { name: 'reader', roles: ['Read Only'] },
    { name: 'service', roles: ['Invitation Service'], profiles: ['Invitation Code Service'] },
  ],
);
const read = (name: DevelopmentUserName, languageCode = 1033, app?: string) =>
  readAppDefinition(organization, developmentUsers[name].id, languageCode, app);
const nothing = {
  create: false,
  read: false,
  write: false,
  delete: false,
  append: false,
  appendTo: false,
  assign: false,
};
const everything = {
  create: true,
  read: true,
  write: true,
  delete: true,
  append: true,
  appendTo: true,
  assign: true,
};

describe('the definition of an app', () => {
  it('says where and who one is', () => {
    expect(read('manager', 1031)).toMatchObject({
      organization: { id: organization.id, uniqueName: 'sandbox', languageCode: 1033, version: '9.2.0.0' },
      user: {
        id: developmentUsers.manager.id,
        name: 'Mia Manager',
        languageCode: 1031,
        roles: [{ name: 'Basic User' }, { name: 'Invitation Manager' }],
      },
    });
  });

  it('has 50 rows on a page, or as many as the user has chosen', () => {
    const settings = organization.catalogue.table('usersettings');
    updateRow(systemSession(organization), settings, developmentUsers.reader.id, { paginglimit: 250 });
    expect([read('manager').user.rowsPerPage, read('reader').user.rowsPerPage]).toEqual([50, 250]);
  });

  it('is that of the solution, in the language of the user', () => {
    const { app, siteMap } = read('admin', 1031);
    expect(app).toMatchObject({ uniqueName: 'inv_ContactInvitations', name: 'Kontakteinladungen' });
    expect(siteMap.flatMap(({ groups }) => groups).flatMap(({ subAreas }) => subAreas)).toEqual(
      expect.arrayContaining([expect.objectContaining({ table: 'contact', title: 'Kontakte' })]),
    );
  });

  it('is found by its unique name', () => {
    expect(read('admin', 1033, 'INV_contactinvitations').app.uniqueName).toBe('inv_ContactInvitations');
    expect(() => read('admin', 1033, 'new_Nowhere')).toThrow("the app 'new_Nowhere'");
  });

  it('needs a user', () => {
    expect(() => readAppDefinition(organization, '00000000-0000-4000-8000-000000000001', 1033)).toThrow(
      'There is no user with the id 00000000-0000-4000-8000-000000000001.',
    );
  });

  it('leaves out of the site map what the user may not read', () => {
    const tables = (name: DevelopmentUserName) =>
      read(name)
        .siteMap.flatMap(({ groups }) => groups)
        .flatMap(({ subAreas }) => subAreas)
        .map(({ table }) => table);
    expect(tables('manager')).toContain('inv_invitation');
    expect(tables('reader')).toContain('contact');
    expect(tables('reader')).not.toContain('inv_invitation');
  });

  it('has every table that its forms and views lead to, and no relationship to another one', () => {
    const { tables } = read('admin');
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining([
        'account',
        'activitypointer',
        'email',
        'systemuser',
        'team',
        'workflow',
        'businessunit',
      ]),
    );
    for (const { relationships, columns, forms } of Object.values(tables)) {
      for (const { relatedTable } of relationships) expect(tables).toHaveProperty(relatedTable);
      const cells = forms.flatMap((form) => [
        ...form.header,
        ...form.tabs.flatMap((tab) =>
          tab.columns.flatMap((column) => column.sections.flatMap(({ rows }) => rows.flat())),
        ),
      ]);
      for (const { control } of cells) {
        if (control?.subgrid) expect(tables).toHaveProperty(control.subgrid.table);
        for (const target of columns[control?.column ?? '']?.targets ?? [])
          expect(tables).toHaveProperty(target);
      }
    }
  });

  it('names the navigation property of every target of a lookup', () => {
    const { tables } = read('admin');
    expect(tables['contact']?.columns['parentcustomerid']).toMatchObject({
      type: 'customer',
      navigations: { account: 'parentcustomerid_account', contact: 'parentcustomerid_contact' },
    });
    expect(tables['inv_invitation']?.columns['inv_contactid']?.navigations).toEqual({
      contact: 'inv_contactid',
    });
    expect(tables['contact']?.columns['ownerid']?.navigations).toEqual({
      systemuser: 'ownerid',
      team: 'ownerid',
    });
  });

  it('sees a relationship from either end', () => {
    const { tables } = read('admin');
    expect(tables['account']?.relationships).toContainEqual({
      kind: 'OneToMany',
      schemaName: 'contact_customer_accounts',
      navigation: 'contact_customer_accounts',
      relatedTable: 'contact',
      relatedColumn: 'parentcustomerid',
      relatedNavigation: 'parentcustomerid_account',
    });
    expect(tables['inv_invitation']?.relationships).toContainEqual(
      expect.objectContaining({
        kind: 'ManyToMany',
        schemaName: 'inv_invitation_invitedcontacts',
        relatedTable: 'contact',
        column: 'inv_invitationid',
        relatedColumn: 'contactid',
      }),
    );
  });

  it('has choices in the language of the user', () => {
    const { tables } = read('admin', 1036);
    expect(tables['contact']?.columns['statecode']?.options).toEqual([
      { value: 0, label: 'Actif', defaultStatus: 1 },
      { value: 1, label: 'Inactif', defaultStatus: 2 },
    ]);
  });

  it('shows public views first, the default one before the others', () => {
    const views = read('admin').tables['contact']?.views ?? [];
    expect(views.map(({ name }) => name).slice(0, 4)).toEqual([
      'Active Contacts',
      'All Contacts',
      'Inactive Contacts',
      'My Active Contacts',
    ]);
  });
});

describe('privileges', () => {
  it.each<[DevelopmentUserName, string, Record<string, boolean>]>([
    ['admin', 'inv_invitation', everything],
    ['admin', 'contact', everything],
    ['admin', 'systemuser', { ...everything, assign: false }],
    ['manager', 'inv_invitation', { read: true, create: true, write: true }],
    ['reader', 'inv_invitation', nothing],
    ['reader', 'contact', { ...nothing, read: true }],
  ])('of %s on %s are those of the roles', (name, table, expected) => {
    expect(read(name).tables[table]?.privileges).toMatchObject(expected);
  });
});

describe('secured columns', () => {
  it.each<[DevelopmentUserName, Record<string, boolean>]>([
    ['admin', { canRead: true, canCreate: true, canUpdate: true }],
    ['manager', { canRead: false, canCreate: true, canUpdate: true }],
    ['service', { canRead: true, canCreate: false, canUpdate: true }],
    ['reader', { canRead: false, canCreate: false, canUpdate: false }],
  ])('are for %s what the profiles allow', (name, expected) => {
    expect(read(name).tables['inv_invitation']?.columns['inv_code']).toMatchObject({
      secured: true,
      ...expected,
    });
  });

  it('leave the others to what they are valid for', () => {
    const columns = read('reader').tables['contact']?.columns;
    expect(columns?.['fullname']).toMatchObject({
      secured: false,
      canRead: true,
      canCreate: false,
      canUpdate: false,
    });
    expect(columns?.['firstname']).toMatchObject({ canRead: true, canCreate: true, canUpdate: true });
  });
});

describe('without an app in the solutions', () => {
  const plain = testOrganization([], [{ name: 'reader', roles: ['Read Only'] }]);
  const definition = readAppDefinition(plain, developmentUsers.reader.id, 3082);

  it('a plain one lists every table that has a view', () => {
    expect(definition.app).toMatchObject({ uniqueName: 'AllTables', name: 'Todas las tablas' });
    expect(definition.siteMap[0]?.groups[0]?.subAreas.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Contactos', 'Cuentas', 'Usuarios']),
    );
    expect(readAppDefinition(plain, developmentUsers.reader.id, 3082, 'AllTables')).toEqual(definition);
  });
});

describe('an app that names its views and forms', () => {
  const [view] = shipped.views.filter(
    ({ table, queryType }) => table === 'inv_invitation' && queryType === 0,
  );
  const limited = testOrganization(
    [
      shipped,
      {
        ...emptySolution,
        uniqueName: 'Limited',
        apps: [
          {
            uniqueName: 'new_Limited',
            labels: { 1033: 'Limited' },
            descriptions: {},
            siteMaps: ['new_Limited'],
            tables: [],
            views: [view?.id ?? ''],
            forms: [],
            charts: [],
          },
        ],
        siteMaps: [
          {
            uniqueName: 'new_Limited',
            siteMapXml:
              '<SiteMap><Area Id="a"><Group Id="g"><SubArea Id="s" Entity="inv_invitation" /></Group></Area></SiteMap>',
          },
        ],
      },
    ],
    [],
  );
  const { tables } = readAppDefinition(limited, developmentUsers.admin.id, 1033, 'new_Limited');

  it('is refused when its site map is nowhere', () => {
    const app = {
      uniqueName: 'new_Lost',
      labels: {},
      descriptions: {},
      siteMaps: ['new_Lost'],
      tables: [],
      views: [],
      forms: [],
      charts: [],
    };
    const lost = testOrganization([{ ...emptySolution, apps: [app] }], []);
    expect(() => readAppDefinition(lost, developmentUsers.admin.id, 1033)).toThrow(
      "a site map of the app 'new_Lost'",
    );
  });

  it('shows no other public views of those tables, and all of the others', () => {
    const isPublic = ({ queryType }: { readonly queryType: number }) => queryType === 0;
    expect(tables['inv_invitation']?.views.filter(isPublic).map(({ id }) => id)).toEqual([view?.id]);
    expect(tables['inv_invitation']?.views.some(({ queryType }) => queryType === 4)).toBe(true);
    expect(tables['inv_invitation']?.forms.length).toBeGreaterThan(0);
    expect(tables['contact']?.views.filter(isPublic)).toHaveLength(4);
  });
});
