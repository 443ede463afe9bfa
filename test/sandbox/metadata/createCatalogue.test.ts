import { describe, expect, it } from '@jest/globals';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import type { Catalogue } from '../../../sandbox/dataverse/metadata/catalogue.js';
import type { Solution } from '../../../sandbox/dataverse/metadata/solution.js';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { baseFolder, exportedFolder } from './folders.js';

const base = readSolution(baseFolder);
const exported = readSolution(exportedFolder);
const catalogue = createCatalogue([base, exported]);

/** `kind name → target` of a navigation property. */
function lead(from: Catalogue, table: string, name: string): string | undefined {
  const navigation = from.navigation(table, name);
  return (
    navigation &&
    `${navigation.kind} ${navigation.target}.${navigation.kind === 'many' ? navigation.far.column : navigation.column}`
  );
}

describe('tables of several solutions', () => {
  it('become one table with all their columns', () => {
    const contact = catalogue.table('contact');
    expect(contact).toMatchObject({
      setName: 'contacts',
      primaryId: 'contactid',
      objectTypeCode: 2,
      isCustom: false,
    });
    expect(contact.columns.get('new_badge')).toMatchObject({ isCustom: true, maxLength: 10 });
    expect(contact.columns.get('firstname')).toMatchObject({ maxLength: 50 });
    expect(contact.labels).toMatchObject({ 1033: 'Contact' });
  });

  it('are found by their collection, and by nothing else', () => {
    expect(catalogue.bySet('new_projects')?.logicalName).toBe('new_project');
    expect(catalogue.bySet('new_project')).toBeUndefined();
    expect(() => catalogue.table('new_nothing')).toThrow(
      "No solution of the organization defines the table 'new_nothing'.",
    );
  });

  it('get numbers from 10000 on when they are custom', () => {
    expect(catalogue.table('new_project').objectTypeCode).toBeGreaterThanOrEqual(10_000);
    expect(catalogue.table('new_visit').objectTypeCode).not.toBe(
      catalogue.table('new_project').objectTypeCode,
    );
  });

  it('use the global choices of any of them', () => {
    expect(catalogue.table('new_project').columns.get('new_colour')?.choice?.options).toHaveLength(1);
    expect(catalogue.table('email').columns.get('deliveryprioritycode')?.choice?.options).toHaveLength(3);
  });
});

describe('system columns', () => {
  it.each([
    ['new_project', 'versionnumber', 'bigint'],
    ['new_project', 'createdon', 'datetime'],
    ['new_project', 'owninguser', 'lookup'],
    ['activityparty', 'versionnumber', 'bigint'],
    ['webresource', 'organizationid', 'lookup'],
    ['new_visit', 'scheduledend', 'datetime'],
    ['new_visit', 'statuscode', 'status'],
    ['new_visit', 'activitytypecode', 'nvarchar'],
  ])('%s has %s', (table, column, type) => {
    expect(catalogue.table(table).columns.get(column)?.type).toBe(type);
  });

  it('do not displace what the XML says of a column', () => {
    expect(catalogue.table('new_project').columns.get('new_projectid')?.labels).toEqual({ 1033: 'Project' });
    expect(catalogue.table('email').columns.get('subject')?.maxLength).toBe(800);
  });
});

describe('system columns of an export that lead out of the sandbox', () => {
  const visit = catalogue.table('new_visit');

  it('keep their values when the choice they name is not there', () => {
    const options = visit.columns.get('isregularactivity')?.choice?.options;
    expect(options?.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('lead nowhere when the table they look up is not there', () => {
    expect(visit.columns.get('slaid')?.targets).toEqual([]);
    expect(catalogue.navigation('new_visit', 'slaid')).toBeUndefined();
  });
});

describe('targets of lookups', () => {
  it.each([
    ['new_project', 'ownerid', ['systemuser', 'team']],
    ['new_project', 'new_contactid', ['contact']],
    ['contact', 'parentcustomerid', ['account', 'contact']],
    ['email', 'regardingobjectid', ['account', 'contact', 'new_project']],
    ['new_visit', 'regardingobjectid', ['account', 'contact', 'new_project']],
    ['activityparty', 'partyid', ['account', 'contact', 'queue', 'systemuser']],
    [
      'activityparty',
      'activityid',
      ['activitypointer', 'appointment', 'email', 'new_visit', 'phonecall', 'task'],
    ],
    ['mailbox', 'regardingobjectid', ['queue', 'systemuser']],
  ])('%s.%s leads to %j', (table, column, targets) => {
    expect([...(catalogue.table(table).columns.get(column)?.targets ?? [])].sort()).toEqual(targets);
  });
});

describe('navigation properties', () => {
  it.each([
    ['contact', 'parentcustomerid_account', 'single account.parentcustomerid'],
    ['contact', 'parentcustomerid_contact', 'single contact.parentcustomerid'],
    ['contact', 'parentcustomerid', undefined],
    ['account', 'contact_customer_accounts', 'collection contact.parentcustomerid'],
    ['account', 'primarycontactid', 'single contact.primarycontactid'],
    ['contact', 'transactioncurrencyid', 'single transactioncurrency.transactioncurrencyid'],
    ['contact', 'ownerid', 'single systemuser.ownerid'],
    ['contact', 'owninguser', 'single systemuser.owninguser'],
    ['contact', 'Contact_Emails', 'collection email.regardingobjectid'],
    ['email', 'regardingobjectid_contact_email', 'single contact.regardingobjectid'],
    ['email', 'email_activity_parties', 'collection activityparty.activityid'],
    ['activityparty', 'partyid_systemuser', 'single systemuser.partyid'],
    ['activityparty', 'activityid_email', 'single email.activityid'],
    ['activitypointer', 'regardingobjectid_contact', 'single contact.regardingobjectid'],
    ['new_visit', 'regardingobjectid_new_project_new_visit', 'single new_project.regardingobjectid'],
    ['new_visit', 'new_visit_activity_parties', 'collection activityparty.activityid'],
    ['new_visit', 'new_ProjectId_new_visit', 'single new_project.new_projectid'],
    ['new_visit', 'new_ProjectId', undefined],
    ['email', 'ownerid', 'single systemuser.ownerid'],
    ['email', 'ownerid_email', 'single systemuser.ownerid'],
    ['email', 'regardingobjectid_contact', 'single contact.regardingobjectid'],
    ['activitypointer', 'ownerid_activitypointer', undefined],
    ['new_visit', 'new_projectid', undefined],
    ['new_project', 'new_ContactId', 'single contact.new_contactid'],
    ['contact', 'new_contact_projects', 'collection new_project.new_contactid'],
    ['new_project', 'new_project_Emails', undefined],
    ['new_project', 'new_Project_Emails', 'collection email.regardingobjectid'],
    ['new_project', 'new_project_members', 'many contact.contactid'],
    ['contact', 'new_project_members', 'many new_project.new_projectid'],
    ['systemuser', 'systemuserroles_association', 'many role.roleid'],
    ['role', 'systemuserroles_association', 'many systemuser.systemuserid'],
    ['team', 'teammembership_association', 'many systemuser.systemuserid'],
    [
      'environmentvariabledefinition',
      'environmentvariabledefinition_environmentvariablevalue',
      'collection environmentvariablevalue.environmentvariabledefinitionid',
    ],
    ['annotation', 'objectid_new_project', 'single new_project.objectid'],
    ['asyncoperation', 'regardingobjectid_new_project', 'single new_project.regardingobjectid'],
  ])('%s has %s: %s', (table, name, expected) => {
    expect(lead(catalogue, table, name)).toBe(expected);
  });

  it('leave out system tables that the sandbox does not have', () => {
    expect(catalogue.oneToMany.some(({ referencedTable }) => referencedTable === 'knowledgearticle')).toBe(
      false,
    );
  });

  it('are listed once by name for every table', () => {
    for (const table of catalogue.tables.keys()) {
      const names = catalogue.navigations(table).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('a many-to-many relationship', () => {
  it('has an intersect table with the ids of both ends', () => {
    const intersect = catalogue.table('new_project_members');
    expect(intersect).toMatchObject({
      isIntersect: true,
      primaryId: 'new_project_membersid',
      ownership: 'none',
    });
    expect([...intersect.columns.keys()]).toEqual([
      'new_project_membersid',
      'new_projectid',
      'contactid',
      'versionnumber',
    ]);
  });
});

describe('every lookup of the base tables', () => {
  it('leads somewhere', () => {
    const lost = [...createCatalogue([base]).tables.values()].flatMap((table) =>
      [...table.columns.values()]
        .filter(({ type, targets }) => ['lookup', 'owner', 'customer'].includes(type) && targets.length === 0)
        .map(({ logicalName }) => `${table.logicalName}.${logicalName}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('solutions that do not fit together', () => {
  const without = (part: Partial<Solution>) => () => createCatalogue([base, { ...exported, ...part }]);

  it.each([
    [
      'a global choice is missing',
      without({ choices: [] }),
      /'new_colour' of table 'new_project' names the global choice 'new_colour'/,
    ],
    [
      'a custom lookup has no relationship',
      without({ oneToMany: [] }),
      /lookup 'new_contactid' of table 'new_project' has no relationship/,
    ],
    [
      'a link leads to an unknown table',
      without({ tables: exported.tables.filter(({ logicalName }) => logicalName === 'contact') }),
      /'new_project_members' links the table 'new_project'/,
    ],
    [
      'nobody defines a table whole',
      () =>
        createCatalogue([
          {
            ...exported,
            manyToMany: [],
            oneToMany: [],
            tables: exported.tables.filter(({ logicalName }) => logicalName === 'contact'),
          },
        ]),
      /No solution defines the table 'contact' whole/,
    ],
  ])('are refused when %s', (_what, create, message) => {
    expect(create).toThrow(message);
  });

  it('are refused when a custom lookup leads to an unknown table', () => {
    const oneToMany = exported.oneToMany.map((relationship) =>
      relationship.referencingColumn === 'new_contactid'
        ? { ...relationship, referencedTable: 'new_nothing' }
        : relationship,
    );
    expect(without({ oneToMany })).toThrow("leads to the table 'new_nothing', which no solution defines");
  });

  it('are refused when two relationships claim one navigation name', () => {
    const oneToMany = exported.oneToMany.map((relationship) =>
      relationship.schemaName === 'new_contact_new_project'
        ? { ...relationship, referencedNavigation: 'Contact_Emails' }
        : relationship,
    );
    expect(without({ oneToMany })).toThrow("both name a navigation property 'Contact_Emails' of 'contact'");
  });
});
