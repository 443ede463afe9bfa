import { errors } from '../../../errors.js';
import { columnDefaults } from '../../../metadata/columnDefaults.js';
import { columnSettingsFrom } from '../../../metadata/columnSettings.js';
import { hasImeMode } from '../../../metadata/hasImeMode.js';
import type { Column, ColumnType } from '../../../metadata/model.js';
import { optional } from '../../../metadata/optional.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { choiceOf, type ColumnRules } from './columnChoice.js';
import { labelsOf } from './label.js';
import {
  booleanOf,
  managedFlag,
  memberOf,
  numberOf,
  required,
  textOf,
  typeOf,
  valueOf,
} from './properties.js';
import { requireCustomName } from './schemaName.js';

/** Columns a request can create by themselves ("Create and update column definitions using the Web API"). */
const types: Readonly<Record<string, ColumnType>> = {
  StringAttributeMetadata: 'nvarchar',
  MemoAttributeMetadata: 'ntext',
  IntegerAttributeMetadata: 'int',
  BigIntAttributeMetadata: 'bigint',
  DecimalAttributeMetadata: 'decimal',
  DoubleAttributeMetadata: 'float',
  BooleanAttributeMetadata: 'bit',
  DateTimeAttributeMetadata: 'datetime',
  PicklistAttributeMetadata: 'picklist',
  MultiSelectPicklistAttributeMetadata: 'multiselectpicklist',
};

const requiredLevels = {
  None: 'none',
  Recommended: 'recommended',
  ApplicationRequired: 'required',
  SystemRequired: 'systemrequired',
} as const;

const dateBehaviors = { UserLocal: 1, DateOnly: 2, TimeZoneIndependent: 3 } as const;

/** Longest text, in characters ("StringAttributeMetadata", "MemoAttributeMetadata"). */
const longest: Partial<Record<ColumnType, number>> = { nvarchar: 4000, ntext: 1_048_576 };

/**
 * A new column, from its AttributeMetadata.
 *
 * @throws DataverseError 400 for a body that makes no column; 501 for a type that the sandbox cannot create
 */
export function newColumn(body: JsonObject, rules: ColumnRules): Column {
  return columnNamed(requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName')), body, rules);
}

/** A column under a name that has been checked. */
export function columnNamed(schemaName: string, body: JsonObject, rules: ColumnRules): Column {
  const type = columnTypeOf(body);
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    type,
    ...commonParts(body, rules),
    ...imeModeOf(body, type),
    ...typeParts(body, type),
    ...choiceParts(body, schemaName, type, rules),
    targets: [],
    validForCreate: true,
    validForRead: true,
    validForUpdate: true,
    isCustom: true,
  };
}

/** A new lookup, from the LookupAttributeMetadata of its relationship. */
export function newLookup(body: JsonObject, rules: ColumnRules): Column {
  const schemaName = requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName'));
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    type: 'lookup',
    ...commonParts(body, rules),
    targets: [],
    validForCreate: true,
    validForRead: true,
    validForUpdate: true,
    isCustom: true,
  };
}

/**
 * A column as an update replaces it. What the platform made stays as it is, but for its texts and its requirement
 * level; choices keep their values, which have messages of their own.
 */
export function changedColumn(before: Column, body: JsonObject, rules: ColumnRules): Column {
  const type = typeOf(body);
  if (type !== undefined && types[type] !== undefined && types[type] !== before.type) {
    throw errors.invalidArgument(`The type of the column '${before.logicalName}' cannot be changed.`);
  }
  const common = commonParts(body, rules, before);
  if (!before.isCustom) {
    const { labels, descriptions } = common;
    const isSubject = before.type === 'nvarchar';
    return { ...before, labels, descriptions, ...(isSubject ? { required: common.required } : {}) };
  }
  return {
    ...before,
    ...common,
    ...imeModeOf(body, before.type),
    ...typeParts(body, before.type),
    ...defaultPart(body, before.type),
  };
}

function columnTypeOf(body: JsonObject): ColumnType {
  const name = required(typeOf(body), '@odata.type');
  const type = types[name];
  if (type !== undefined) return type;
  if (name === 'LookupAttributeMetadata') {
    throw errors.invalidArgument('A lookup column cannot be created by itself: create its relationship.');
  }
  throw errors.notEmulated(`columns of the type ${name}`);
}

function commonParts(body: JsonObject, rules: ColumnRules, before?: Column) {
  return {
    required: memberOf(requiredLevels, valueOf(body, 'RequiredLevel'), 'AttributeRequiredLevel') ?? 'none',
    secured: booleanOf(body, 'IsSecured') ?? false,
    settings: columnSettingsFrom(({ property }) => managedFlag(body, property) ?? before?.settings[property]),
    labels: labelsOf(body, 'DisplayName', rules, before?.labels),
    descriptions: labelsOf(body, 'Description', rules, before?.descriptions),
  };
}

function imeModeOf(body: JsonObject, type: ColumnType): Partial<Column> {
  return hasImeMode(type) ? { imeMode: textOf(body, 'ImeMode')?.toLowerCase() ?? 'auto' } : {};
}

function typeParts(body: JsonObject, type: ColumnType): Partial<Column> {
  const byDefault = columnDefaults[type] ?? {};
  switch (type) {
    case 'nvarchar':
    case 'ntext': {
      const format = valueOf(body, 'FormatName') ?? textOf(body, 'Format');
      return {
        format: format?.toLowerCase() ?? (type === 'ntext' ? 'textarea' : 'text'),
        maxLength: checkedLength(numberOf(body, 'MaxLength') ?? byDefault.maxLength, type),
        ...optional('autoNumberFormat', textOf(body, 'AutoNumberFormat') || undefined),
      };
    }
    case 'int':
      return { ...range(body, byDefault), format: textOf(body, 'Format')?.toLowerCase() ?? 'none' };
    case 'decimal':
    case 'float':
      return {
        ...range(body, byDefault),
        ...optional('precision', numberOf(body, 'Precision') ?? byDefault.precision),
      };
    case 'datetime':
      return {
        format: textOf(body, 'Format') === 'DateOnly' ? 'date' : 'datetime',
        dateBehavior: memberOf(dateBehaviors, valueOf(body, 'DateTimeBehavior'), 'DateTimeBehavior') ?? 1,
      };
    default:
      return {};
  }
}

function range(body: JsonObject, byDefault: { min?: number; max?: number }) {
  return {
    ...optional('min', numberOf(body, 'MinValue') ?? byDefault.min),
    ...optional('max', numberOf(body, 'MaxValue') ?? byDefault.max),
  };
}

function checkedLength(length = 100, type: ColumnType): number {
  const most = longest[type] ?? length;
  if (length < 1 || length > most) {
    throw errors.invalidArgument(`MaxLength must be from 1 to ${String(most)}, not ${String(length)}.`);
  }
  return length;
}

function choiceParts(
  body: JsonObject,
  schemaName: string,
  type: ColumnType,
  rules: ColumnRules,
): Partial<Column> {
  const choice = choiceOf(body, schemaName, type, rules);
  return { ...optional('choice', choice), ...defaultPart(body, type) };
}

/** A default of -1 means that there is none. */
function defaultPart(body: JsonObject, type: ColumnType): Partial<Column> {
  if (type === 'bit') return { defaultValue: booleanOf(body, 'DefaultValue') === true ? 1 : 0 };
  const value = type === 'picklist' ? numberOf(body, 'DefaultFormValue') : undefined;
  return value === undefined || value === -1 ? {} : { defaultValue: value };
}
