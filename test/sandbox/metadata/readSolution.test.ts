import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Column } from '../../../sandbox/dataverse/metadata/model.js';
import type { Solution, TableDefinition } from '../../../sandbox/dataverse/metadata/solution.js';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { baseFolder, exportedFolder } from './folders.js';

function tableOf(solution: Solution, name: string): TableDefinition {
  const table = solution.tables.find(({ logicalName }) => logicalName === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

function columnOf(table: TableDefinition, name: string): Column {
  const column = table.columns.find(({ logicalName }) => logicalName === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

describe('an exported solution', () => {
  const solution = readSolution(exportedFolder);
  const project = tableOf(solution, 'new_project');

  it('has the name and version of its manifest', () => {
    expect(solution).toMatchObject({ uniqueName: 'Projects', version: '1.2.0.3' });
  });

  it('gives a table its names, nature and keys', () => {
    expect(project).toMatchObject({
      schemaName: 'new_Project',
      setName: 'new_projects',
      primaryId: 'new_projectid',
      primaryName: 'new_name',
      ownership: 'user',
      isActivity: false,
      changeTracking: true,
      hasActivities: true,
      hasNotes: true,
      collectionLabels: { 1033: 'Projects' },
      keys: [{ logicalName: 'new_number_key', schemaName: 'new_Number_Key', columns: ['new_number'] }],
    });
  });

  it.each([
    ['new_name', { type: 'nvarchar', format: 'text', maxLength: 200, required: 'required', isCustom: true }],
    ['new_name', { labels: { 1033: 'Name', 1031: 'Bezeichnung' } }],
    ['new_number', { secured: true, schemaName: 'new_Number' }],
    ['new_size', { defaultValue: 100000000, choice: { name: 'new_project_new_size', isGlobal: false } }],
    ['new_colour', { choice: { name: 'new_colour', isGlobal: true, options: [] } }],
    ['new_day', { type: 'datetime', format: 'date', dateBehavior: 2 }],
    ['new_effort', { type: 'int', min: 0, max: 50 }],
    ['new_projectid', { type: 'primarykey', validForUpdate: false }],
    ['createdby', { type: 'lookup', isCustom: false, validForCreate: false, validForUpdate: false }],
    ['statecode', { type: 'state', validForCreate: false, validForUpdate: true }],
  ])('reads column %s', (name, expected) => {
    expect(columnOf(project, name)).toMatchObject(expected);
  });

  it('has no default where AppDefaultValue is -1', () => {
    expect(columnOf(project, 'new_colour')).not.toHaveProperty('defaultValue');
  });

  it('reads states with their default reason, and reasons with their state', () => {
    expect(columnOf(project, 'statecode').choice?.options).toEqual([
      { value: 0, labels: { 1033: 'Active' }, defaultStatus: 1 },
      { value: 1, labels: { 1033: 'Inactive' }, defaultStatus: 2 },
    ]);
    expect(columnOf(project, 'statuscode').choice?.options).toEqual([
      { value: 1, labels: { 1033: 'Planned', 1031: 'Geplant' }, state: 0 },
      { value: 2, labels: { 1033: 'Done' }, state: 1 },
    ]);
  });

  it('leaves a shell of a system table open', () => {
    const contact = tableOf(solution, 'contact');
    expect(contact).not.toHaveProperty('setName');
    expect(contact).not.toHaveProperty('primaryId');
    expect(contact.columns.map(({ logicalName }) => logicalName)).toEqual(['new_badge']);
  });

  it('reads relationships of both kinds, with navigation names where there are roles', () => {
    expect(solution.oneToMany).toContainEqual({
      schemaName: 'new_contact_new_project',
      referencedTable: 'contact',
      referencingTable: 'new_project',
      referencingColumn: 'new_contactid',
      referencingNavigation: 'new_ContactId',
      referencedNavigation: 'new_contact_projects',
      onDelete: 'RemoveLink',
      onAssign: 'NoCascade',
      sharing: { share: 'NoCascade', unshare: 'NoCascade', reparent: 'NoCascade', rollupView: 'NoCascade' },
      menu: { behavior: 'UseCollectionName', group: 'Details', labels: {} },
    });
    expect(solution.manyToMany).toEqual([
      {
        schemaName: 'new_project_members',
        intersect: 'new_project_members',
        first: { table: 'new_project', navigation: 'new_project_members' },
        second: { table: 'contact', navigation: 'new_project_members' },
      },
    ]);
  });

  it('reads the global choice, the role and the column security profile', () => {
    expect(solution.choices).toMatchObject([
      { name: 'new_colour', isGlobal: true, options: [{ value: 100000000, labels: { 1033: 'Red' } }] },
    ]);
    expect(solution.roles).toEqual([
      {
        id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0003',
        name: 'Project Lead',
        privileges: new Map([
          ['prvreadnew_project', 'Global'],
          ['prvwritenew_project', 'Basic'],
        ]),
      },
    ]);
    expect(solution.fieldSecurityProfiles).toEqual([
      {
        id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0004',
        name: 'Number Keepers',
        permissions: [
          { table: 'new_project', column: 'new_number', read: true, create: true, update: false },
        ],
      },
    ]);
  });

  it('reads the view and the form with their XML', () => {
    expect(solution.views).toMatchObject([
      { table: 'new_project', labels: { 1033: 'Active Projects' }, isDefault: true, queryType: 0 },
    ]);
    expect(solution.views[0]?.fetchXml).toMatch(/^<fetch version="1.0">[^]*new_name[^]*<\/fetch>$/);
    expect(solution.forms).toMatchObject([
      { table: 'new_project', type: 'main', labels: { 1033: 'Information' } },
    ]);
    expect(solution.forms[0]?.formXml).toMatch(/^<form headerdensity="HighWithControls">/);
  });

  it('reads the email template with its documents', () => {
    expect(solution.emailTemplates).toEqual([
      {
        id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0005',
        title: 'Kick-off',
        description: 'First mail of a project',
        typeCode: 8,
        languageCode: 1033,
        subject: '<subject/>\n',
        body: '<body/>\n',
        subjectPresentationXml: '<template/>\n',
        presentationXml: '<template/>\n',
      },
    ]);
  });

  it('reads the environment variable and the web resource', () => {
    expect(solution.environmentVariables).toMatchObject([
      { schemaName: 'new_Site', type: 100000000, defaultValue: 'https://example.org', isRequired: true },
    ]);
    expect(solution.webResources).toMatchObject([{ name: 'new_/hello.js', displayName: 'Hello', type: 3 }]);
    expect(solution.webResources[0]?.content.toString()).toBe('export {};\n');
  });
});

describe('lean XML', () => {
  const contact = tableOf(readSolution(baseFolder), 'contact');

  it.each([
    [
      'firstname',
      {
        required: 'recommended',
        secured: false,
        validForCreate: true,
        validForUpdate: true,
        isCustom: false,
      },
    ],
    ['lastname', { required: 'required' }],
    ['fullname', { validForCreate: false, validForRead: true }],
    ['emailaddress1', { format: 'email', maxLength: 100 }],
    ['donotemail', { type: 'bit', defaultValue: 0 }],
    ['onholdtime', { min: -2147483648, max: 2147483647 }],
    ['description', { type: 'ntext', maxLength: 2000 }],
    ['birthdate', { dateBehavior: 2 }],
    ['createdbyname', undefined],
  ])('gives column %s its defaults', (name, expected) => {
    const column = contact.columns.find(({ logicalName }) => logicalName === name);
    if (expected === undefined) expect(column).toBeUndefined();
    else expect(column).toMatchObject(expected);
  });
});

describe('a broken solution', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solution-'));
    cpSync(exportedFolder, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const project = 'Entities/new_Project/Entity.xml';

  it.each([
    ['is no XML', project, '</Entity>', '', /new_Project.Entity\.xml is not well-formed XML/],
    [
      'has an unknown column type',
      project,
      '<Type>int</Type>',
      '<Type>memo</Type>',
      /Entity\.xml: column 'new_Effort' has the unknown type 'memo'/,
    ],
    [
      'has two primary names',
      project,
      '<DisplayMask>ValidForAdvancedFind|ValidForForm|ValidForGrid<',
      '<DisplayMask>PrimaryName<',
      /Entity\.xml: more than one column is the primary name/,
    ],
    [
      'has a key without columns',
      project,
      /<AttributeName>.*<\/AttributeName>/,
      '',
      /Entity\.xml: a key needs a Name and columns/,
    ],
    [
      'defines a relationship it does not list',
      'Other/Relationships.xml',
      /<EntityRelationship Name="owner_new_project" \/>/,
      '',
      /Owner\.xml: relationship 'owner_new_project' is not listed/,
    ],
    [
      'lists a relationship it does not define',
      'Other/Relationships.xml',
      'owner_new_project',
      'owner_new_nothing',
      /is not listed|defined nowhere/,
    ],
    [
      'has a relationship without a column',
      'Other/Relationships/Contact.xml',
      /<ReferencingAttributeName>.*>/,
      '',
      /Contact\.xml: relationship 'new_contact_new_project' has no ReferencingAttributeName/,
    ],
    [
      'has an unknown cascade',
      'Other/Relationships/Contact.xml',
      'RemoveLink',
      'Explode',
      /Contact\.xml: 'Explode' is no CascadeDelete/,
    ],
    [
      'has an unknown privilege level',
      'Roles/Project Lead.xml',
      'Basic',
      'Some',
      /Project Lead\.xml: 'Some' is no privilege level/,
    ],
    [
      'has a template without an id',
      'Templates/EmailTemplates.xml',
      /<templateid>.*<\/templateid>/,
      '',
      /EmailTemplates\.xml: a template has no templateid/,
    ],
    [
      'has a manifest without a name',
      'Other/Solution.xml',
      /<UniqueName>.*<\/UniqueName>/,
      '',
      /Solution\.xml: no SolutionManifest with a UniqueName/,
    ],
  ])('names the file when it %s', (_what, file, from, to, message) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    expect(() => readSolution(folder)).toThrow(message);
  });

  it.each([
    ['Other/Solution.xml', /holds no unpacked solution: .*Solution\.xml is missing/],
    ['Entities/new_Project/Entity.xml', /new_Project.Entity\.xml/],
    ['WebResources/new_/hello.js', /hello\.js is missing/],
    ['Templates/EmailDocuments/1033/{6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0005}/body.xsl', /body\.xsl is missing/],
  ])('names %s when it is missing', (file, message) => {
    rmSync(join(folder, file));
    expect(() => readSolution(folder)).toThrow(message);
  });
});
