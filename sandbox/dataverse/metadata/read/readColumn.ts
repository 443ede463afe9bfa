import type { Element } from '@xmldom/xmldom';
import { columnDefaults } from '../columnDefaults.js';
import { columnSettingsFrom, type ColumnSettings } from '../columnSettings.js';
import { hasImeMode } from '../hasImeMode.js';
import type { Choice, Column, ColumnType } from '../model.js';
import { optional } from '../optional.js';
import { twoOptions } from '../system/twoOptions.js';
import { attributeOf, childOf, flagOf, labelsOf, numberOf, textOf } from '../xml.js';
import { readChoice } from './readChoice.js';

const columnTypes: ReadonlySet<string> = new Set<ColumnType>([
  'primarykey', 'uniqueidentifier', 'nvarchar', 'ntext', 'int', 'bigint', 'decimal', 'float', 'money', 'bit', 'datetime',
  'picklist', 'multiselectpicklist', 'state', 'status', 'lookup', 'owner', 'customer', 'partylist', 'virtual', 'image', 'file',
]); // prettier-ignore

/**
 * An `attribute` element of Entity.xml. Elements that are left out have their defaults. Throws Error naming the file
 * and the column when its type is unknown.
 */
export function readColumn(attribute: Element, file: string): Column {
  const schemaName = attributeOf(attribute, 'PhysicalName') ?? textOf(attribute, 'Name') ?? '';
  const type = textOf(attribute, 'Type') ?? '';
  if (!isColumnType(type)) throw new Error(`${file}: column '${schemaName}' has the unknown type '${type}'.`);
  const choice = readColumnChoice(attribute, type);
  return {
    logicalName: (textOf(attribute, 'LogicalName') ?? schemaName).toLowerCase(),
    schemaName,
    type,
    ...optional('format', textOf(attribute, 'Format')),
    ...readLimits(attribute, type),
    required: readRequired(attribute),
    ...(type === 'datetime' ? { dateBehavior: readBehavior(attribute) } : {}),
    ...optional('choice', choice),
    ...optional('defaultValue', readDefault(attribute, type)),
    targets: [],
    secured: flagOf(attribute, 'IsSecured', false),
    settings: readSettings(attribute),
    ...optional('imeMode', hasImeMode(type) ? textOf(attribute, 'ImeMode') : undefined),
    ...optional('autoNumberFormat', textOf(attribute, 'AutoNumberFormat')),
    validForCreate: flagOf(attribute, 'ValidForCreateApi', true),
    validForRead: flagOf(attribute, 'ValidForReadApi', true),
    validForUpdate: flagOf(attribute, 'ValidForUpdateApi', type !== 'primarykey'),
    isCustom: flagOf(attribute, 'IsCustomField', false),
    labels: labelsOf(attribute, 'displaynames'),
    descriptions: labelsOf(attribute, 'Descriptions'),
  };
}

function readSettings(attribute: Element): ColumnSettings {
  return columnSettingsFrom(({ property, byDefault }) =>
    property === 'IsValidForAdvancedFind'
      ? textOf(attribute, 'DisplayMask')?.split('|').includes('ValidForAdvancedFind')
      : flagOf(attribute, property, byDefault),
  );
}

function readLimits(
  attribute: Element,
  type: ColumnType,
): Pick<Column, 'maxLength' | 'min' | 'max' | 'precision'> {
  const byDefault = columnDefaults[type] ?? {};
  const isText = type === 'nvarchar' || type === 'ntext';
  return {
    ...optional('maxLength', isText ? (numberOf(attribute, 'MaxLength') ?? byDefault.maxLength) : undefined),
    ...optional('min', numberOf(attribute, 'MinValue') ?? byDefault.min),
    ...optional('max', numberOf(attribute, 'MaxValue') ?? byDefault.max),
    ...optional('precision', numberOf(attribute, 'Accuracy') ?? byDefault.precision),
  };
}

/** The column's own choice, or one without options that names a global choice. */
function readColumnChoice(attribute: Element, type: ColumnType): Choice | undefined {
  const inline = childOf(attribute, 'optionset');
  if (inline !== undefined) return readChoice(inline, false);
  const name = textOf(attribute, 'OptionSetName');
  if (name !== undefined) return { name, isGlobal: true, labels: {}, options: [] };
  return type === 'bit' ? twoOptions : undefined;
}

/** `AppDefaultValue` -1 means that there is none. */
function readDefault(attribute: Element, type: ColumnType): number | undefined {
  if (type === 'bit') return numberOf(attribute, 'AppDefaultValue') ?? 0;
  if (type !== 'picklist') return undefined;
  const value = numberOf(attribute, 'AppDefaultValue');
  return value === -1 ? undefined : value;
}

function readRequired(attribute: Element): Column['required'] {
  const level = textOf(attribute, 'RequiredLevel');
  return level === 'recommended' || level === 'required' || level === 'systemrequired' ? level : 'none';
}

function readBehavior(attribute: Element): 1 | 2 | 3 {
  const behavior = numberOf(attribute, 'Behavior');
  return behavior === 2 || behavior === 3 ? behavior : 1;
}

function isColumnType(type: string): type is ColumnType {
  return columnTypes.has(type);
}
