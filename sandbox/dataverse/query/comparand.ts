import { errors } from '../errors.js';
import type { Column } from '../metadata/model.js';
import { valueKind } from '../metadata/valueKind.js';
import { storedDate } from '../storage/dates.js';
import { fold } from '../storage/fold.js';
import type { SqlValue } from '../storage/store.js';
import type { Condition } from './model.js';

/** A value of a condition before it is read as one of the column's. */
export type ConditionValue = Condition['values'][number];

/**
 * A condition's value in the form in which the column's values are compared in the store: folded text, lower-case
 * GUIDs, 0 and 1, ISO dates. FetchXML's values are all text, so text is read as the column's type says.
 * @throws DataverseError 400 when the value cannot be one of the column's.
 */
export function comparand(column: Column, value: ConditionValue): SqlValue {
  if (value === null) return null;
  switch (valueKind(column)) {
    case 'guid':
      return guid(column, value);
    case 'number':
      return number(column, value);
    case 'boolean':
      return twoOptions(column, value);
    case 'date':
      return date(column, value);
    case 'choices':
      return choices(column, value);
    case 'text':
      return foldFor(column, String(value));
  }
}

/**
 * Text as a column's text is compared. Long text has no folded twin: SQLite's lower() ignores the case of ASCII letters
 * and that is all, so the value gets the same treatment.
 */
export function foldFor(column: Column, text: string): string {
  return column.type === 'ntext' ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : fold(text);
}

function guid(column: Column, value: ConditionValue): string {
  const text = String(value)
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw invalid(column, value);
  return text;
}

function number(column: Column, value: ConditionValue): number {
  const result = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (typeof value === 'boolean' || !Number.isFinite(result)) throw invalid(column, value);
  return result;
}

function twoOptions(column: Column, value: ConditionValue): number {
  const text = String(value).toLowerCase();
  if (text === 'true' || text === '1') return 1;
  if (text === 'false' || text === '0') return 0;
  throw invalid(column, value);
}

function date(column: Column, value: ConditionValue): string {
  try {
    return storedDate(String(value).replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'), column.dateBehavior === 2);
  } catch {
    throw invalid(column, value);
  }
}

/** Several choices lie as `,1,2,` in ascending order. */
function choices(column: Column, value: ConditionValue): string {
  const numbers = String(value)
    .split(',')
    .map((part) => number(column, part));
  return `,${[...new Set(numbers)].sort((a, b) => a - b).join(',')},`;
}

function invalid(column: Column, value: ConditionValue) {
  return errors.invalidArgument(
    `The value '${String(value)}' of the condition on '${column.logicalName}' is not valid for an attribute of type ${column.type}.`,
  );
}
