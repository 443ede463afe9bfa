import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { text } from '../../solution/xml.js';
import { managed } from './managed.js';

/** How the metadata names a type of column, and what it says of a column beyond what all have. */
export interface ColumnKind {
  /** AttributeTypeCode; newer types have no code of their own and are Virtual. */
  readonly code: string;
  /** AttributeTypeDisplayName; the entity type is called after it. */
  readonly name: string;
  readonly properties: (attribute: Element) => Json;
}

/** Text formats of the XML → StringFormatName. */
const textFormats: Readonly<Record<string, string>> = {
  text: 'Text',
  textarea: 'TextArea',
  email: 'Email',
  url: 'Url',
  phone: 'Phone',
  richtext: 'RichText',
  json: 'Json',
};

/** Whole number formats of the XML → IntegerFormat. */
const integerFormats: Readonly<Record<string, string>> = {
  duration: 'Duration',
  timezone: 'TimeZone',
  language: 'Language',
  locale: 'Locale',
};

const dateBehaviors: Readonly<Record<string, string>> = {
  1: 'UserLocal',
  2: 'DateOnly',
  3: 'TimeZoneIndependent',
};

const imeMode = (attribute: Element): Json => {
  const mode = text(attribute, 'ImeMode');
  return mode === '' ? {} : { ImeMode: mode.charAt(0).toUpperCase() + mode.slice(1) };
};

const number = (attribute: Element, element: string, property: string): Json => {
  const value = text(attribute, element);
  return value === '' ? {} : { [property]: Number(value) };
};

const range = (attribute: Element): Json => ({
  ...number(attribute, 'MinValue', 'MinValue'),
  ...number(attribute, 'MaxValue', 'MaxValue'),
});

const fraction = (attribute: Element): Json => ({
  ...range(attribute),
  ...number(attribute, 'Accuracy', 'Precision'),
  ...imeMode(attribute),
});

/** `AppDefaultValue` -1 means that there is none. */
const formDefault = (attribute: Element): Json => {
  const value = text(attribute, 'AppDefaultValue');
  return value === '' || value === '-1' ? {} : { DefaultFormValue: Number(value) };
};

/**
 * The types of column that a request can make (Web API: create and update column definitions). The XML's word for a
 * type → the metadata's.
 */
export const columnKinds: Readonly<Record<string, ColumnKind>> = {
  nvarchar: {
    code: 'String',
    name: 'String',
    properties: (attribute) => ({
      FormatName: { Value: textFormats[text(attribute, 'Format')] ?? 'Text' },
      ...number(attribute, 'MaxLength', 'MaxLength'),
      ...imeMode(attribute),
      ...autoNumber(attribute),
    }),
  },
  ntext: {
    code: 'Memo',
    name: 'Memo',
    properties: (attribute) => ({
      ...(text(attribute, 'Format') === 'richtext'
        ? { FormatName: { Value: 'RichText' } }
        : { Format: 'TextArea' }),
      ...number(attribute, 'MaxLength', 'MaxLength'),
      ...imeMode(attribute),
    }),
  },
  int: {
    code: 'Integer',
    name: 'Integer',
    properties: (attribute) => ({
      Format: integerFormats[text(attribute, 'Format')] ?? 'None',
      ...range(attribute),
    }),
  },
  bigint: { code: 'BigInt', name: 'BigInt', properties: () => ({}) },
  decimal: { code: 'Decimal', name: 'Decimal', properties: fraction },
  float: { code: 'Double', name: 'Double', properties: fraction },
  money: {
    code: 'Money',
    name: 'Money',
    properties: (attribute) => ({
      ...fraction(attribute),
      ...number(attribute, 'AccuracySource', 'PrecisionSource'),
    }),
  },
  bit: {
    code: 'Boolean',
    name: 'Boolean',
    properties: (attribute) => ({ DefaultValue: text(attribute, 'AppDefaultValue') === '1' }),
  },
  datetime: {
    code: 'DateTime',
    name: 'DateTime',
    properties: (attribute) => ({
      Format: text(attribute, 'Format') === 'date' ? 'DateOnly' : 'DateAndTime',
      DateTimeBehavior: { Value: dateBehaviors[text(attribute, 'Behavior')] ?? 'UserLocal' },
      CanChangeDateTimeBehavior: managed(
        text(attribute, 'CanChangeDateTimeBehavior') !== '0',
        'canchangedatetimebehavior',
      ),
      ...imeMode(attribute),
    }),
  },
  picklist: { code: 'Picklist', name: 'Picklist', properties: formDefault },
  multiselectpicklist: { code: 'Virtual', name: 'MultiSelectPicklist', properties: formDefault },
  lookup: { code: 'Lookup', name: 'Lookup', properties: () => ({}) },
};

function autoNumber(attribute: Element): Json {
  const format = text(attribute, 'AutoNumberFormat');
  return format === '' ? {} : { AutoNumberFormat: format };
}
