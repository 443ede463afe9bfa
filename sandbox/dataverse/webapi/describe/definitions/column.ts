import { metadataId } from '../../../metadata/metadataId.js';
import { columnSettings } from '../../../metadata/columnSettings.js';
import type { Choice, Column, Table } from '../../../metadata/model.js';
import type { Json } from '../json.js';
import type { MetadataCollection, MetadataEntity } from '../metadataEntity.js';
import { typeNames } from './columnTypes.js';
import { label, managed, type Languages } from './label.js';
import { describeOptionSet } from './optionSet.js';

const requiredLevels = {
  none: 'None',
  recommended: 'Recommended',
  required: 'ApplicationRequired',
  systemrequired: 'SystemRequired',
} as const;

const dateBehaviors = { 1: 'UserLocal', 2: 'DateOnly', 3: 'TimeZoneIndependent' } as const;

/** Formats of text columns: the XML's word → StringFormat. */
const textFormats: Readonly<Record<string, string>> = {
  text: 'Text',
  textarea: 'TextArea',
  email: 'Email',
  url: 'Url',
  phone: 'Phone',
  richtext: 'RichText',
};

/** The columns of a table: `Attributes`. */
export function describeColumns(table: Table, languages: Languages): MetadataCollection {
  return {
    declaredType: 'AttributeMetadata',
    alternateKey: 'LogicalName',
    items: [...table.columns.values()].map((column) => describeColumn(table, column, languages)),
  };
}

function describeColumn(table: Table, column: Column, languages: Languages): MetadataEntity {
  const { code, displayName, metadata } = typeNames(column);
  const { choice } = column;
  return {
    type: metadata,
    properties: {
      MetadataId: metadataId('attribute', table.logicalName, column.logicalName),
      LogicalName: column.logicalName,
      SchemaName: column.schemaName,
      EntityLogicalName: table.logicalName,
      AttributeType: code,
      AttributeTypeName: { Value: displayName },
      AttributeOf: null,
      DisplayName: label(column.labels, languages),
      Description: label(column.descriptions, languages),
      RequiredLevel: managed(requiredLevels[column.required], 'canmodifyrequirementlevelsettings'),
      IsCustomAttribute: column.isCustom,
      IsPrimaryId: column.logicalName === table.primaryId,
      IsPrimaryName: column.logicalName === table.primaryName,
      IsSecured: column.secured,
      ...describeSettings(column),
      IsValidForCreate: column.validForCreate,
      IsValidForRead: column.validForRead,
      IsValidForUpdate: column.validForUpdate,
      IsValidODataAttribute: true,
      IsLogical: false,
      IsManaged: false,
      SourceType: 0,
      HasChanged: null,
    },
    derived: typeProperties(column),
    related: choice === undefined ? {} : optionSets(column, choice, languages),
  };
}

/** The settings that all columns have, or those of one type alone. */
function describeSettings({ settings }: Column, type?: 'datetime'): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    columnSettings
      .filter((setting) => setting.type === type)
      .map(({ property, managed: name, byDefault }) => [
        property,
        managed(settings[property] ?? byDefault, name),
      ]),
  );
}

/** The properties of a column's own type: lengths, ranges, targets, formats. */
function typeProperties(column: Column): Readonly<Record<string, Json>> {
  const range = { MinValue: column.min ?? null, MaxValue: column.max ?? null };
  switch (column.type) {
    case 'nvarchar':
    case 'ntext': {
      const format = textFormats[column.format ?? 'text'] ?? 'Text';
      return {
        MaxLength: column.maxLength ?? null,
        Format: format,
        FormatName: { Value: format },
        ...(column.type === 'nvarchar' ? { AutoNumberFormat: column.autoNumberFormat ?? '' } : {}),
        ImeMode: imeMode(column),
      };
    }
    case 'int':
      return { ...range, Format: column.format === 'duration' ? 'Duration' : 'None' };
    case 'bigint':
      return range;
    case 'decimal':
    case 'float':
    case 'money':
      return { ...range, Precision: column.precision ?? null, ImeMode: imeMode(column) };
    case 'datetime':
      return {
        Format: column.format === 'date' ? 'DateOnly' : 'DateAndTime',
        DateTimeBehavior: { Value: dateBehaviors[column.dateBehavior ?? 1] },
        ...describeSettings(column, 'datetime'),
        ImeMode: imeMode(column),
      };
    case 'bit':
      return { DefaultValue: column.defaultValue === 1 };
    case 'picklist':
    case 'multiselectpicklist':
    case 'state':
    case 'status':
      return { DefaultFormValue: column.defaultValue ?? null };
    case 'lookup':
    case 'owner':
    case 'customer':
    case 'partylist':
      return { Targets: column.targets, Format: 'None' };
    default:
      return {};
  }
}

function imeMode({ imeMode = 'auto' }: Column): string {
  return imeMode.charAt(0).toUpperCase() + imeMode.slice(1);
}

/** A column's options are in `OptionSet`; a global choice is in `GlobalOptionSet` as well. */
function optionSets(column: Column, choice: Choice, languages: Languages): MetadataEntity['related'] {
  const kinds = { bit: 'Boolean', state: 'State', status: 'Status' } as const;
  const kind =
    column.type === 'bit' || column.type === 'state' || column.type === 'status'
      ? kinds[column.type]
      : 'Picklist';
  const titled = choice.isGlobal
    ? choice
    : { ...choice, labels: column.labels, descriptions: column.descriptions };
  const describe = () => describeOptionSet(titled, kind, languages);
  return { OptionSet: describe, GlobalOptionSet: () => (choice.isGlobal ? describe() : undefined) };
}
