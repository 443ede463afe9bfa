import { describe, expect, it } from '@jest/globals';
import { isDescription } from '../../../sandbox/dataverse/webapi/describe/describe.js';
import { parsePath } from '../../../sandbox/dataverse/webapi/url/path.js';
import { ask, body, catalogue, rows } from './fakeRequest.js';

const project = "EntityDefinitions(LogicalName='new_project')";

describe('what is metadata', () => {
  it.each([
    ['', true],
    ['$metadata', true],
    [project, true],
    ['RelationshipDefinitions', true],
    ['GlobalOptionSetDefinitions', true],
    ['contacts', false],
    ['WhoAmI()', false],
  ])("'%s': %s", (url, expected) => {
    expect(isDescription(parsePath(url))).toBe(expected);
  });
});

describe('the service document', () => {
  it('lists every collection', () => {
    const document = body('');
    expect(document['@odata.context']).toBe('http://localhost/api/data/v9.2/$metadata');
    expect(document['value']).toContainEqual({ name: 'contacts', kind: 'EntitySet', url: 'contacts' });
    expect(document['value']).toHaveLength(catalogue.tables.size);
  });
});

describe('EntityDefinitions', () => {
  it('selects properties, and always the id', () => {
    const all = rows('EntityDefinitions?$select=EntitySetName,LogicalName');
    expect(all).toHaveLength(catalogue.tables.size);
    expect(Object.keys(all[0] ?? {}).sort()).toEqual(['EntitySetName', 'LogicalName', 'MetadataId']);
  });

  it('describes a table', () => {
    expect(body(project)).toMatchObject({
      LogicalName: 'new_project',
      SchemaName: 'new_Project',
      EntitySetName: 'new_projects',
      PrimaryIdAttribute: 'new_projectid',
      PrimaryNameAttribute: 'new_name',
      OwnershipType: 'UserOwned',
      IsActivity: false,
      IsCustomEntity: true,
      ChangeTrackingEnabled: true,
      DisplayName: { UserLocalizedLabel: { Label: 'Project', LanguageCode: 1033 } },
    });
    expect(body("EntityDefinitions(LogicalName='contact')?$select=ObjectTypeCode")['ObjectTypeCode']).toBe(2);
  });

  it.each([
    ['1033', ['Project']],
    ['1031', []],
    ['1031,1033', ['Project']],
  ])('lists labels in the languages %s', (languages, labels) => {
    const { DisplayName } = body(`${project}?$select=DisplayName&LabelLanguages=${languages}`);
    expect(DisplayName).toMatchObject({
      LocalizedLabels: labels.map((Label) => ({ Label })),
      UserLocalizedLabel: { Label: 'Project' },
    });
  });

  it('finds a table by the id it has on every machine', () => {
    const id = String(body(`${project}?$select=MetadataId`)['MetadataId']);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
    expect(body(`EntityDefinitions(${id})`)['LogicalName']).toBe('new_project');
  });

  it.each([
    ["LogicalName eq 'contact'", ['contact']],
    ["IsActivity eq true and startsWithNothing eq 'x'", 400],
    ['IsCustomEntity eq true and IsActivity eq true', ['new_visit']],
    ["IsActivity and not (LogicalName ne 'email')", ['email']],
    ['ObjectTypeCode le 2', ['account', 'contact']],
    [
      "OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned' and ChangeTrackingEnabled eq true and IsCustomEntity eq true",
      ['new_project', 'new_visit'],
    ],
    ["startswith(LogicalName,'con')", 400],
    ["DisplayName eq 'x'", 400],
  ])('filters by %s', (filter, expected) => {
    const url = `EntityDefinitions?$select=LogicalName&$filter=${encodeURIComponent(filter)}`;
    if (typeof expected === 'number')
      expect(() => rows(url)).toThrow(expect.objectContaining({ status: expected }));
    else
      expect(
        rows(url)
          .map((row) => row['LogicalName'])
          .sort(),
      ).toEqual(expected);
  });

  it('gives one property, as JSON or raw', () => {
    expect(body(`${project}/EntitySetName`)['value']).toBe('new_projects');
    expect(body(`${project}/DisplayName`)).toMatchObject({ UserLocalizedLabel: { Label: 'Project' } });
    expect(ask(`${project}/EntitySetName/$value`)).toMatchObject({ status: 200, body: 'new_projects' });
    expect(ask("EntityDefinitions(LogicalName='activityparty')/PrimaryNameAttribute").status).toBe(204);
  });

  it('expands columns and keys with their own options', () => {
    const answer = body(
      `${project}?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=IsPrimaryName eq true),Keys($select=KeyAttributes)`,
    );
    expect(answer['Attributes']).toMatchObject([
      { LogicalName: 'new_name', '@odata.type': '#Microsoft.Dynamics.CRM.StringAttributeMetadata' },
    ]);
    expect(answer['Keys']).toMatchObject([{ KeyAttributes: ['new_number'] }]);
  });
});

describe('labels', () => {
  it.each([
    [1031, 'Bezeichnung', 1031],
    [1036, 'Name', 1033],
  ])('for a caller of language %s are %s', (language, text, code) => {
    const answer = body(`${project}/Attributes(LogicalName='new_name')?$select=DisplayName`, language);
    expect(answer['DisplayName']).toMatchObject({
      LocalizedLabels: [
        { Label: 'Bezeichnung', LanguageCode: 1031 },
        { Label: 'Name', LanguageCode: 1033 },
      ],
      UserLocalizedLabel: { Label: text, LanguageCode: code },
    });
  });
});

describe('Attributes', () => {
  it.each([
    [
      'new_name',
      'StringAttributeMetadata',
      {
        AttributeType: 'String',
        MaxLength: 200,
        Format: 'Text',
        RequiredLevel: { Value: 'ApplicationRequired' },
      },
    ],
    [
      'new_projectid',
      'UniqueIdentifierAttributeMetadata',
      { AttributeType: 'Uniqueidentifier', IsPrimaryId: true, IsValidForUpdate: false },
    ],
    ['new_effort', 'IntegerAttributeMetadata', { MinValue: 0, MaxValue: 50 }],
    ['new_day', 'DateTimeAttributeMetadata', { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } }],
    [
      'new_contactid',
      'LookupAttributeMetadata',
      { AttributeType: 'Lookup', Targets: ['contact'], SchemaName: 'new_ContactId' },
    ],
    ['ownerid', 'LookupAttributeMetadata', { AttributeType: 'Owner', Targets: ['systemuser', 'team'] }],
    ['new_number', 'StringAttributeMetadata', { IsSecured: true }],
    ['versionnumber', 'BigIntAttributeMetadata', { IsValidForCreate: false }],
  ])('describe %s as %s', (name, type, expected) => {
    expect(body(`${project}/Attributes(LogicalName='${name}')`)).toMatchObject({
      '@odata.type': `#Microsoft.Dynamics.CRM.${type}`,
      ...expected,
    });
  });

  it('are cast to the columns of one type, whose properties can then be selected', () => {
    const cast = `${project}/Attributes/Microsoft.Dynamics.CRM.StringAttributeMetadata`;
    const texts = rows(`${cast}?$select=LogicalName,MaxLength`);
    expect(texts.find((row) => row['LogicalName'] === 'new_number')).toMatchObject({ MaxLength: 20 });
    expect(texts.some((row) => row['LogicalName'] === 'new_effort')).toBe(false);
    expect(() => rows(`${project}/Attributes?$select=MaxLength`)).toThrow(
      "Could not find a property named 'MaxLength' on type 'Microsoft.Dynamics.CRM.AttributeMetadata'.",
    );
  });

  it.each([
    ['new_size', 'Picklist', [100000000, 100000001], false],
    ['new_colour', 'Picklist', [100000000], true],
    ['statuscode', 'Status', [1, 2], false],
    ['statecode', 'State', [0, 1], false],
  ])('expand the options of %s', (name, kind, values, isGlobal) => {
    const url = `${project}/Attributes(LogicalName='${name}')/Microsoft.Dynamics.CRM.${kind}AttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Name)`;
    const answer = body(url) as { OptionSet: { Options: { Value: number }[] }; GlobalOptionSet: unknown };
    expect(answer.OptionSet.Options.map(({ Value }) => Value)).toEqual(values);
    expect(answer.GlobalOptionSet === null).toBe(!isGlobal);
  });

  it('tell the state of a status reason and the default reason of a state', () => {
    expect(body(`${project}/Attributes(LogicalName='statuscode')/OptionSet`)['Options']).toMatchObject([
      { Value: 1, State: 0 },
      { Value: 2, State: 1 },
    ]);
    expect(body(`${project}/Attributes(LogicalName='statecode')/OptionSet`)['Options']).toMatchObject([
      { DefaultStatus: 1, InvariantName: 'Active' },
      { DefaultStatus: 2 },
    ]);
  });

  it('name both values of a two-option column', () => {
    const contact = "EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='donotemail')";
    expect(
      body(`${contact}/Microsoft.Dynamics.CRM.BooleanAttributeMetadata?$expand=OptionSet`),
    ).toMatchObject({
      DefaultValue: false,
      OptionSet: {
        TrueOption: { Label: { UserLocalizedLabel: { Label: 'Do Not Allow' } } },
        FalseOption: { Value: 0 },
      },
    });
  });
});

describe('relationships', () => {
  it('are listed for both sides of a lookup', () => {
    const expected = {
      SchemaName: 'new_contact_new_project',
      ReferencedEntity: 'contact',
      ReferencedAttribute: 'contactid',
      ReferencingEntity: 'new_project',
      ReferencingAttribute: 'new_contactid',
      ReferencingEntityNavigationPropertyName: 'new_ContactId',
      ReferencedEntityNavigationPropertyName: 'new_contact_projects',
      CascadeConfiguration: { Delete: 'RemoveLink' },
    };
    const filter = "?$filter=SchemaName eq 'new_contact_new_project'";
    expect(rows(`${project}/ManyToOneRelationships${filter}`)).toMatchObject([expected]);
    expect(rows(`EntityDefinitions(LogicalName='contact')/OneToManyRelationships${filter}`)).toMatchObject([
      expected,
    ]);
  });

  it('show an owner once, as the platform does', () => {
    expect(rows(`${project}/ManyToOneRelationships?$filter=ReferencingAttribute eq 'ownerid'`)).toMatchObject(
      [{ SchemaName: 'owner_new_project', ReferencedEntity: 'owner' }],
    );
  });

  it('of many to many are found from both tables', () => {
    for (const table of ['new_project', 'contact']) {
      expect(rows(`EntityDefinitions(LogicalName='${table}')/ManyToManyRelationships`)).toMatchObject([
        {
          IntersectEntityName: 'new_project_members',
          Entity1LogicalName: 'new_project',
          Entity2IntersectAttribute: 'contactid',
        },
      ]);
    }
  });

  it('are cast by kind', () => {
    const kind = (name: string) =>
      rows(`RelationshipDefinitions/Microsoft.Dynamics.CRM.${name}RelationshipMetadata`);
    expect(kind('ManyToMany')).toHaveLength(catalogue.manyToMany.length);
    expect(rows('RelationshipDefinitions')).toHaveLength(
      kind('ManyToMany').length + kind('OneToMany').length,
    );
    expect(body("RelationshipDefinitions(SchemaName='new_project_members')")).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata',
      RelationshipType: 'ManyToManyRelationship',
    });
  });
});

describe('GlobalOptionSetDefinitions', () => {
  it('give a choice by its name', () => {
    expect(body("GlobalOptionSetDefinitions(Name='new_colour')")).toMatchObject({
      Name: 'new_colour',
      IsGlobal: true,
      Options: [{ Value: 100000000, Label: { UserLocalizedLabel: { Label: 'Red' } } }],
    });
    expect(rows('GlobalOptionSetDefinitions?$select=Name')).toHaveLength(catalogue.choices.size);
  });
});

describe('refusals', () => {
  it.each([
    ["EntityDefinitions(LogicalName='new_nothing')", 404],
    [`${project}/Attributes(LogicalName='nothing')`, 404],
    [`${project}/Nothing`, 404],
    [`${project}/Attributes(LogicalName='new_name')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`, 404],
    ["EntityDefinitions(Name='contact')", 400],
    ['EntityDefinitions?$select=Nothing', 400],
    ['EntityDefinitions?$top=1', 400],
    [`${project}?$expand=Nothing`, 400],
    ['ManagedPropertyDefinitions', 501],
  ])('%s gives %s', (url, status) => {
    expect(() => ask(url)).toThrow(expect.objectContaining({ status }));
  });

  it.each([
    ['POST', 'ManagedPropertyDefinitions', 501],
    ['POST', '$metadata', 405],
    ['POST', '', 405],
  ] as const)('%s %s gives %s', (method, url, status) => {
    expect(() => ask(url, method)).toThrow(expect.objectContaining({ status }));
  });
});
