import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';
import {
  add,
  column,
  define,
  done,
  emptySandbox,
  label,
  manyToMany,
  oneToMany,
  read,
  readAll,
  table,
} from './definitions.js';

let sandbox: Sandbox;
const tools = "EntityDefinitions(LogicalName='gdn_tool')";
const plants = "EntityDefinitions(LogicalName='gdn_plant')";
const attribute = (name: string, type: string) =>
  `${plants}/Attributes(LogicalName='${name}')/Microsoft.Dynamics.CRM.${type}AttributeMetadata`;
const english = (text: string) => ({
  LocalizedLabels: expect.arrayContaining([expect.objectContaining({ Label: text, LanguageCode: 1033 })]),
});

beforeAll(async () => {
  sandbox = await emptySandbox();
  await add(sandbox, 'EntityDefinitions', table('gdn_Plant', { HasNotes: true }));
}, 30_000);

afterAll(() => sandbox.close());

describe('a new table', () => {
  it('is answered with its address, under which it is read back', async () => {
    const made = await add(
      sandbox,
      'EntityDefinitions',
      table('gdn_Tool', {
        Description: label('Something to dig with', { 1031: 'Etwas zum Graben' }),
        ChangeTrackingEnabled: true,
        IsQuickCreateEnabled: true,
        IsAuditEnabled: { Value: true, CanBeChanged: true },
        EntityColor: '#00aa00',
      }),
    );
    expect(made).toMatchObject({ status: 204, text: '' });
    const address = made.headers.get('odata-entityid') ?? '';
    expect(await read(sandbox, address.slice(address.indexOf('EntityDefinitions')))).toMatchObject({
      LogicalName: 'gdn_tool',
      SchemaName: 'gdn_Tool',
      EntitySetName: 'gdn_tools',
      PrimaryIdAttribute: 'gdn_toolid',
      PrimaryNameAttribute: 'gdn_name',
      OwnershipType: 'UserOwned',
      ChangeTrackingEnabled: true,
      IsQuickCreateEnabled: true,
      IsAuditEnabled: { Value: true },
      EntityColor: '#00aa00',
      IsCustomEntity: true,
      DisplayName: english('gdn_Tool'),
      Description: english('Something to dig with'),
    });
  });

  it('has the columns that the platform gives every table', async () => {
    const names = (await readAll(sandbox, `${plants}/Attributes?$select=LogicalName`)).map(
      (each) => each['LogicalName'],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'gdn_plantid', 'gdn_name', 'createdon', 'createdby', 'modifiedon', 'ownerid', 'owningbusinessunit',
        'statecode', 'statuscode', 'versionnumber', 'importsequencenumber',
      ]), // prettier-ignore
    );
  });

  it('has the relationships that the platform gives every table', async () => {
    const names = (await readAll(sandbox, `${plants}/ManyToOneRelationships?$select=SchemaName`)).map(
      (each) => each['SchemaName'],
    );
    expect(names).toEqual(
      expect.arrayContaining(['lk_gdn_plant_createdby', 'owner_gdn_plant', 'business_unit_gdn_plant']),
    );
    const [notes] = await readAll(
      sandbox,
      `${plants}/OneToManyRelationships?$filter=ReferencingEntity eq 'annotation'`,
    );
    expect(notes).toMatchObject({ SchemaName: 'gdn_Plant_Annotations' });
  });

  it('has privileges named after it', async () => {
    const { Privileges } = await read(sandbox, `${plants}?$select=Privileges`);
    expect((Privileges as { Name: string }[]).map(({ Name }) => Name)).toContain('prvCreategdn_Plant');
  });
});

describe('a new column', () => {
  it.each([
    [
      'String',
      { MaxLength: 50, FormatName: { Value: 'Email' } },
      { MaxLength: 50, FormatName: { Value: 'Email' } },
    ],
    ['String', {}, { MaxLength: 100, FormatName: { Value: 'Text' } }],
    ['String', { AutoNumberFormat: 'P-{SEQNUM:4}' }, { AutoNumberFormat: 'P-{SEQNUM:4}' }],
    ['Memo', { MaxLength: 4000 }, { MaxLength: 4000, Format: 'TextArea' }],
    ['Integer', { MinValue: 1, MaxValue: 9 }, { MinValue: 1, MaxValue: 9, Format: 'None' }],
    ['Integer', { Format: 'Duration' }, { Format: 'Duration' }],
    ['BigInt', {}, { AttributeType: 'BigInt' }],
    ['Decimal', { MinValue: 0, MaxValue: 10, Precision: 3 }, { MinValue: 0, MaxValue: 10, Precision: 3 }],
    ['Double', { Precision: 4 }, { Precision: 4 }],
    [
      'DateTime',
      { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } },
      { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } },
    ],
    ['DateTime', {}, { Format: 'DateAndTime', DateTimeBehavior: { Value: 'UserLocal' } }],
    ['Boolean', { DefaultValue: true }, { DefaultValue: true }],
    ['String', { IsSecured: true }, { IsSecured: true }],
    [
      'String',
      { RequiredLevel: { Value: 'ApplicationRequired' } },
      { RequiredLevel: { Value: 'ApplicationRequired' } },
    ],
    ['String', { IsAuditEnabled: { Value: true } }, { IsAuditEnabled: { Value: true } }],
    ['String', { Description: label('Why') }, { Description: english('Why') }],
  ])('of type %s with %j is read back', async (type, given, expected) => {
    columns += 1;
    const name = `gdn_Column${String(columns)}`;
    const made = await add(sandbox, `${plants}/Attributes`, column(type, name, given));
    const address = made.headers.get('odata-entityid') ?? '';
    expect(await read(sandbox, address.slice(address.indexOf('EntityDefinitions')))).toMatchObject({
      ...expected,
      SchemaName: name,
      IsCustomAttribute: true,
    });
    expect(await read(sandbox, attribute(name.toLowerCase(), type))).toMatchObject(expected);
  });
  let columns = 0;

  it('with options of its own gets values of the publisher where it names none', async () => {
    const options = {
      OptionSet: {
        Options: [
          { Label: label('One') },
          { Value: 7, Label: label('Seven'), Color: '#ff0000' },
          { Label: label('Two') },
        ],
      },
    };
    await add(
      sandbox,
      `${plants}/Attributes`,
      column('Picklist', 'gdn_Size', { ...options, DefaultFormValue: 7 }),
    );
    expect(await read(sandbox, `${attribute('gdn_size', 'Picklist')}?$expand=OptionSet`)).toMatchObject({
      DefaultFormValue: 7,
      OptionSet: {
        Name: 'gdn_plant_gdn_size',
        IsGlobal: false,
        Options: [
          { Value: 543210000, Label: english('One') },
          { Value: 7, Color: '#ff0000' },
          { Value: 543210001, Label: english('Two') },
        ],
      },
    });
  });

  it('can have several values of a global choice', async () => {
    const choice = {
      '@odata.type': 'Microsoft.Dynamics.CRM.OptionSetMetadata',
      Name: 'gdn_soil',
      DisplayName: label('Soil'),
      OptionSetType: 'Picklist',
      Options: [{ Value: 1, Label: label('Sand') }],
    };
    await add(sandbox, 'GlobalOptionSetDefinitions', choice);
    const bound = { 'GlobalOptionSet@odata.bind': "/GlobalOptionSetDefinitions(Name='gdn_soil')" };
    await add(sandbox, `${plants}/Attributes`, column('MultiSelectPicklist', 'gdn_Soils', bound));
    expect(
      await read(sandbox, `${attribute('gdn_soils', 'MultiSelectPicklist')}?$expand=GlobalOptionSet`),
    ).toMatchObject({
      GlobalOptionSet: { Name: 'gdn_soil', Options: [{ Value: 1 }] },
    });
  });
});

describe('an update', () => {
  it('of a table replaces its texts and settings, and keeps its columns', async () => {
    const before = await read(sandbox, plants);
    await done(
      define(sandbox, 'PUT', plants, { ...before, DisplayName: label('Green thing'), HasActivities: true }),
    );
    expect(await read(sandbox, plants)).toMatchObject({
      DisplayName: english('Green thing'),
      HasActivities: true,
      HasNotes: true,
    });
    expect((await readAll(sandbox, `${plants}/Attributes`)).length).toBeGreaterThan(20);
  });

  it('of labels loses the languages it does not name, unless they are to be merged', async () => {
    const path = `${plants}/Attributes(LogicalName='gdn_name')`;
    const texts = async () => {
      const { DisplayName } = await read(sandbox, path);
      const { LocalizedLabels } = DisplayName as {
        LocalizedLabels: { Label: string; LanguageCode: number }[];
      };
      return Object.fromEntries(LocalizedLabels.map(({ Label, LanguageCode }) => [LanguageCode, Label]));
    };
    await done(
      define(
        sandbox,
        'PUT',
        path,
        column('String', 'gdn_Name', { DisplayName: label('Name', { 1031: 'Name (de)' }) }),
      ),
    );
    await done(
      define(sandbox, 'PUT', path, column('String', 'gdn_Name', { DisplayName: label('Called') }), {
        'MSCRM.MergeLabels': 'true',
      }),
    );
    expect(await texts()).toEqual({ 1033: 'Called', 1031: 'Name (de)' });
    await done(define(sandbox, 'PUT', path, column('String', 'gdn_Name', { DisplayName: label('Named') })));
    expect(await texts()).toEqual({ 1033: 'Named' });
  });

  it("of a platform's column changes its texts and nothing else", async () => {
    const path = `${plants}/Attributes(LogicalName='createdon')`;
    const before = await read(sandbox, path);
    await done(
      define(sandbox, 'PUT', path, {
        ...before,
        DisplayName: label('Planted'),
        IsSecured: true,
        RequiredLevel: { Value: 'ApplicationRequired' },
      }),
    );
    expect(await read(sandbox, path)).toMatchObject({
      DisplayName: english('Planted'),
      IsSecured: false,
      RequiredLevel: before['RequiredLevel'],
    });
  });

  it.each([
    ['table', "EntityDefinitions(LogicalName='contact')"],
    ['column', "EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='lastname')"],
  ])('of a base %s changes what it says and leaves the rest', async (_kind, path) => {
    const before = await read(sandbox, path);
    const changed = { ...before, DisplayName: label('Other') };
    await done(define(sandbox, 'PUT', path, changed, { 'MSCRM.MergeLabels': 'true' }));
    const after = await read(sandbox, path);
    expect(after).toMatchObject({ DisplayName: english('Other') });
    expect({ ...after, DisplayName: null }).toEqual({ ...before, DisplayName: null });
  });

  it('of a relationship replaces what cascades and how related rows are listed', async () => {
    const path = "RelationshipDefinitions(SchemaName='gdn_contact_plant')";
    await add(
      sandbox,
      'RelationshipDefinitions',
      oneToMany('gdn_contact_plant', 'contact', 'gdn_plant', 'gdn_GardenerId', {
        CascadeConfiguration: { Assign: 'Cascade', Delete: 'Restrict', Share: 'Cascade' },
        AssociatedMenuConfiguration: {
          Behavior: 'UseLabel',
          Group: 'Details',
          Order: 10000,
          Label: label('Plants'),
        },
      }),
    );
    expect(await read(sandbox, `${path}/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata`)).toMatchObject(
      {
        ReferencedEntity: 'contact',
        ReferencingEntity: 'gdn_plant',
        ReferencingAttribute: 'gdn_gardenerid',
        ReferencingEntityNavigationPropertyName: 'gdn_GardenerId',
        ReferencedEntityNavigationPropertyName: 'gdn_contact_plant',
        CascadeConfiguration: {
          Assign: 'Cascade',
          Delete: 'Restrict',
          Share: 'Cascade',
          Unshare: 'NoCascade',
        },
        AssociatedMenuConfiguration: {
          Behavior: 'UseLabel',
          Group: 'Details',
          Order: 10000,
          Label: english('Plants'),
        },
      },
    );
    await done(
      define(sandbox, 'PUT', path, {
        ...oneToMany('gdn_contact_plant', 'contact', 'gdn_plant', 'gdn_GardenerId'),
        CascadeConfiguration: { Delete: 'Cascade' },
      }),
    );
    expect(await read(sandbox, path)).toMatchObject({
      CascadeConfiguration: { Delete: 'Cascade', Assign: 'NoCascade' },
    });
  });
});

describe('a many-to-many relationship', () => {
  it('is read back with its intersect table and navigation names, and deleted with it', async () => {
    const path = "RelationshipDefinitions(SchemaName='gdn_plant_accounts')";
    await add(sandbox, 'RelationshipDefinitions', {
      ...manyToMany('gdn_plant_accounts', 'gdn_plant', 'account'),
      Entity2NavigationPropertyName: 'gdn_plants',
    });
    expect(
      await read(sandbox, `${path}/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata`),
    ).toMatchObject({
      Entity1LogicalName: 'gdn_plant',
      Entity1NavigationPropertyName: 'gdn_plant_accounts',
      Entity1IntersectAttribute: 'gdn_plantid',
      Entity2LogicalName: 'account',
      Entity2NavigationPropertyName: 'gdn_plants',
      IntersectEntityName: 'gdn_plant_accounts',
    });
    const intersect = "EntityDefinitions(LogicalName='gdn_plant_accounts')";
    expect(await read(sandbox, intersect)).toMatchObject({ IsIntersect: true });
    await done(define(sandbox, 'DELETE', path));
    expect(await define(sandbox, 'GET', path)).toMatchObject({ status: 404 });
    expect(await define(sandbox, 'GET', intersect)).toMatchObject({ status: 404 });
  });
});

describe('a deleted', () => {
  it('key lets rows be alike again', async () => {
    const key = { SchemaName: 'gdn_NameKey', DisplayName: label('Name'), KeyAttributes: ['gdn_name'] };
    await add(sandbox, `${tools}/Keys`, key);
    expect(await readAll(sandbox, `${tools}/Keys`)).toMatchObject([
      { SchemaName: 'gdn_NameKey', KeyAttributes: ['gdn_name'], EntityKeyIndexStatus: 'Active' },
    ]);
    const twins = () => call(sandbox, 'POST', 'gdn_tools', { body: { gdn_name: 'Twin' } });
    await done(twins());
    expect(await twins()).toMatchObject({ status: 412, code: '0x80060892' });
    await done(define(sandbox, 'DELETE', `${tools}/Keys(LogicalName='gdn_namekey')`));
    expect(await twins()).toMatchObject({ status: 204 });
  });

  it('column is gone with what rows held in it, once no key has it', async () => {
    const path = `${tools}/Attributes(LogicalName='gdn_mark')`;
    const key = { SchemaName: 'gdn_MarkKey', DisplayName: label('Mark'), KeyAttributes: ['gdn_mark'] };
    await add(sandbox, `${tools}/Attributes`, column('String', 'gdn_Mark'));
    await add(sandbox, `${tools}/Keys`, key);
    const tool = await create(sandbox, 'gdn_tools', { gdn_name: 'Rake', gdn_mark: 'A' });
    expect(await define(sandbox, 'DELETE', path)).toMatchObject({ status: 400, code: '0x8004f01f' });
    await done(define(sandbox, 'DELETE', `${tools}/Keys(LogicalName='gdn_markkey')`));
    await done(define(sandbox, 'DELETE', path));
    expect(await define(sandbox, 'GET', path)).toMatchObject({ status: 404 });
    await add(sandbox, `${tools}/Attributes`, column('String', 'gdn_Mark'));
    expect(await read(sandbox, `gdn_tools(${tool})?$select=gdn_mark`)).toMatchObject({ gdn_mark: null });
  });

  it('table is gone with its lookups', async () => {
    await add(sandbox, 'EntityDefinitions', table('gdn_Pot'));
    await add(
      sandbox,
      'RelationshipDefinitions',
      oneToMany('gdn_pot_tool', 'gdn_pot', 'gdn_tool', 'gdn_PotId'),
    );
    expect(await define(sandbox, 'DELETE', "EntityDefinitions(LogicalName='gdn_pot')")).toMatchObject({
      status: 400,
      code: '0x8004f01f',
    });
    expect(await define(sandbox, 'DELETE', `${tools}/Attributes(LogicalName='gdn_potid')`)).toMatchObject({
      status: 501,
    });
    await done(define(sandbox, 'DELETE', "RelationshipDefinitions(SchemaName='gdn_pot_tool')"));
    await done(define(sandbox, 'DELETE', "EntityDefinitions(LogicalName='gdn_pot')"));
    expect(await define(sandbox, 'GET', "EntityDefinitions(LogicalName='gdn_pot')")).toMatchObject({
      status: 404,
    });
    const columns = await readAll(
      sandbox,
      "EntityDefinitions(LogicalName='gdn_tool')/Attributes?$select=LogicalName",
    );
    expect(columns.map((each) => each['LogicalName'])).not.toContain('gdn_potid');
    await add(sandbox, 'EntityDefinitions', table('gdn_Pot'));
  });
});
