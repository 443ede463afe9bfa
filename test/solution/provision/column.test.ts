import { describe, expect, it } from '@jest/globals';
import { readColumn } from '../../../scripts/provision/definition/column.js';
import { attribute } from './xml.js';

const read = (type: string, more = '') =>
  readColumn(attribute('inv_Some', type, more), new Set(['inv_color']));

describe('A column of the source', () => {
  it.each([
    ['nvarchar', '<Format>textarea</Format><MaxLength>200</MaxLength>', 'String', { FormatName: { Value: 'TextArea' }, MaxLength: 200 }],
    ['nvarchar', '<Format>email</Format><MaxLength>100</MaxLength>', 'String', { FormatName: { Value: 'Email' } }],
    ['nvarchar', '<Format>text</Format><AutoNumberFormat>I-{SEQNUM:5}</AutoNumberFormat>', 'String', { AutoNumberFormat: 'I-{SEQNUM:5}' }],
    ['ntext', '<Format>textarea</Format><MaxLength>2000</MaxLength><ImeMode>auto</ImeMode>', 'Memo', { Format: 'TextArea', MaxLength: 2000, ImeMode: 'Auto' }],
    ['ntext', '<Format>richtext</Format>', 'Memo', { FormatName: { Value: 'RichText' } }],
    ['int', '<Format>none</Format><MinValue>1</MinValue><MaxValue>9</MaxValue>', 'Integer', { Format: 'None', MinValue: 1, MaxValue: 9 }],
    ['int', '<Format>duration</Format>', 'Integer', { Format: 'Duration' }],
    ['decimal', '<Accuracy>4</Accuracy><MinValue>-1.5</MinValue>', 'Decimal', { Precision: 4, MinValue: -1.5 }],
    ['float', '<Accuracy>2</Accuracy>', 'Double', { Precision: 2 }],
    ['money', '<Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>', 'Money', { Precision: 2, PrecisionSource: 2 }],
    ['bit', '<AppDefaultValue>1</AppDefaultValue>', 'Boolean', { DefaultValue: true }],
    ['datetime', '<Format>date</Format><Behavior>2</Behavior>', 'DateTime', { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } }],
    ['datetime', '<Format>datetime</Format><Behavior>1</Behavior>', 'DateTime', { Format: 'DateAndTime', DateTimeBehavior: { Value: 'UserLocal' } }],
    ['datetime', '<Format>datetime</Format><Behavior>3</Behavior>', 'DateTime', { DateTimeBehavior: { Value: 'TimeZoneIndependent' } }],
    ['picklist', '<AppDefaultValue>724300000</AppDefaultValue>', 'Picklist', { DefaultFormValue: 724300000 }],
    ['lookup', '', 'Lookup', {}],
  ])('of type %s %s is %sAttributeMetadata', (type, more, name, properties) => {
    const { definition } = read(type, more);
    expect(definition).toMatchObject({
      '@odata.type': `Microsoft.Dynamics.CRM.${name}AttributeMetadata`,
      AttributeType: name,
      AttributeTypeName: { Value: `${name}Type` },
      SchemaName: 'inv_Some',
      ...properties,
    });
  }); // prettier-ignore

  it('of several choices has no type code of its own', () => {
    expect(read('multiselectpicklist').definition).toMatchObject({
      '@odata.type': 'Microsoft.Dynamics.CRM.MultiSelectPicklistAttributeMetadata',
      AttributeType: 'Virtual',
      AttributeTypeName: { Value: 'MultiSelectPicklistType' },
    });
  });

  it('without a default value names none', () => {
    expect(read('picklist', '<AppDefaultValue>-1</AppDefaultValue>').definition).not.toHaveProperty(
      'DefaultFormValue',
    );
  });

  it.each([
    ['none', 'None'],
    ['recommended', 'Recommended'],
    ['required', 'ApplicationRequired'],
    ['systemrequired', 'SystemRequired'],
  ])('that is %s says %s', (level, expected) => {
    const column = attribute('inv_Some', 'int');
    const found = column.getElementsByTagName('RequiredLevel')[0];
    if (found) found.textContent = level;
    expect(readColumn(column, new Set()).definition.RequiredLevel).toEqual({
      Value: expected,
      CanBeChanged: true,
      ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings',
    });
  });

  it('carries its security, audit and search settings', () => {
    expect(
      read('nvarchar', '<IsSecured>1</IsSecured><IsAuditEnabled>1</IsAuditEnabled>').definition,
    ).toMatchObject({
      IsSecured: true,
      IsAuditEnabled: { Value: true, ManagedPropertyLogicalName: 'canmodifyauditsettings' },
      IsValidForAdvancedFind: { Value: true },
      IsSortableEnabled: { Value: false },
    });
  });

  it('has its texts in every language of the source', () => {
    const { definition } = read(
      'int',
      '<displaynames><displayname description="Some" languagecode="1033"/><displayname description="Etwas" languagecode="1031"/></displaynames>',
    );
    expect(definition.DisplayName).toEqual({
      '@odata.type': 'Microsoft.Dynamics.CRM.Label',
      LocalizedLabels: [
        { '@odata.type': 'Microsoft.Dynamics.CRM.LocalizedLabel', Label: 'Some', LanguageCode: 1033 },
        { '@odata.type': 'Microsoft.Dynamics.CRM.LocalizedLabel', Label: 'Etwas', LanguageCode: 1031 },
      ],
    });
  });

  it('names the global choice when the solution brings it, and only then', () => {
    expect(read('picklist', '<OptionSetName>inv_color</OptionSetName>').choice).toBe('inv_color');
    expect(read('picklist', '<OptionSetName>budgetstatus</OptionSetName>').choice).toBeUndefined();
  });

  it('that Dataverse makes gives its texts alone', () => {
    const column = attribute('CreatedOn', 'datetime');
    const custom = column.getElementsByTagName('IsCustomField')[0];
    if (custom) custom.textContent = '0';
    const { origin, definition } = readColumn(column, new Set());
    expect({ origin, properties: Object.keys(definition) }).toEqual({
      origin: 'platform',
      properties: ['DisplayName', 'Description'],
    });
  });

  it('of a type that no request can make is refused with its name', () => {
    expect(() => read('image')).toThrow('inv_some is of type image');
  });
});
