import { isLookup } from '../metadata/isLookup.js';
import type { Column, ColumnType, Table } from '../metadata/model.js';
import { storedDate } from './dates.js';
import { fold } from './fold.js';
import type { SqlValue, StoredRow } from './store.js';

/** A lookup's value: a row of a table. The id is a GUID in any case. */
export interface RowReference {
  readonly table: string;
  readonly id: string;
}

/** What a column may be set to: choices are numbers, several choices `[1, 2]` or `'1,2'`, dates ISO text or Date. */
export type ColumnValue = string | number | boolean | Date | RowReference | readonly number[] | null;

const sqlTypes: Readonly<Record<ColumnType, 'TEXT' | 'INTEGER' | 'REAL' | undefined>> = {
  primarykey: 'TEXT',
  uniqueidentifier: 'TEXT',
  nvarchar: 'TEXT',
  ntext: 'TEXT',
  int: 'INTEGER',
  bigint: 'INTEGER',
  decimal: 'REAL',
  float: 'REAL',
  money: 'REAL',
  bit: 'INTEGER',
  datetime: 'TEXT',
  picklist: 'INTEGER',
  multiselectpicklist: 'TEXT',
  state: 'INTEGER',
  status: 'INTEGER',
  lookup: 'TEXT',
  owner: 'TEXT',
  customer: 'TEXT',
  partylist: undefined,
  virtual: undefined,
  image: undefined,
  file: undefined,
};

/** SQLite's type for a column's value; undefined when the column has no place in the row (party lists, virtual ones). */
export function sqlType(column: Column): 'TEXT' | 'INTEGER' | 'REAL' | undefined {
  return sqlTypes[column.type];
}

/** Whether a lookup may point to rows of more than one table; its target is then stored in `<column>$type`. */
export function isPolymorphic(column: Column): boolean {
  return column.type === 'owner' || column.type === 'customer' || column.targets.length > 1;
}

/** Name of the column that holds a polymorphic lookup's target table. */
export function typeColumn(column: Column): string {
  return `${column.logicalName}$type`;
}

/** Name of the column to compare and sort by: the folded one for text, else the column itself. */
export function comparedColumn(column: Column): string {
  return column.type === 'nvarchar' ? `${column.logicalName}$fold` : column.logicalName;
}

/** Names of the SQLite columns that hold a column, the value's own first; empty when it is not stored in the row. */
export function physicalColumns(column: Column): string[] {
  if (sqlType(column) === undefined) return [];
  if (column.type === 'nvarchar') return [column.logicalName, comparedColumn(column)];
  return isPolymorphic(column) ? [column.logicalName, typeColumn(column)] : [column.logicalName];
}

/** An identifier as SQL wants it: in double quotes. */
export function quote(name: string): string {
  return name.includes('"') ? `"${name.replaceAll('"', '""')}"` : `"${name}"`;
}

/** The SQLite table that holds a Dataverse table's rows, quoted. */
export function tableName(table: Table): string {
  return quote(table.logicalName);
}

/**
 * The SQLite columns and values that hold a value of a column, with the folded text or the target's table beside it.
 * Empty text becomes null, as Dataverse keeps it. The value is taken as valid: length, range and choice are checked
 * by the organization service. Throws TypeError for a value of the wrong kind.
 */
export function toStored(column: Column, value: ColumnValue): StoredRow {
  const name = column.logicalName;
  const [, beside] = physicalColumns(column);
  if (sqlType(column) === undefined) return {};
  if (value === null || value === '')
    return { [name]: null, ...(beside === undefined ? {} : { [beside]: null }) };
  if (column.type === 'nvarchar') {
    const text = expectText(column, value);
    return { [name]: text, [comparedColumn(column)]: fold(text) };
  }
  if (isLookup(column)) return storedReference(column, value);
  return { [name]: storedValue(column, value) };
}

function storedReference(column: Column, value: ColumnValue): StoredRow {
  const name = column.logicalName;
  if (!isPolymorphic(column)) {
    return { [name]: (isReference(value) ? value.id : expectText(column, value)).toLowerCase() };
  }
  if (!isReference(value)) throw wrongKind(column, 'a reference to a row');
  return { [name]: value.id.toLowerCase(), [typeColumn(column)]: value.table };
}

function storedValue(column: Column, value: ColumnValue): SqlValue {
  switch (column.type) {
    case 'primarykey':
    case 'uniqueidentifier':
      return (isReference(value) ? value.id : expectText(column, value)).toLowerCase();
    case 'bit':
      if (typeof value === 'boolean') return value ? 1 : 0;
      return expectNumber(column, value);
    case 'datetime': {
      if (typeof value !== 'string' && !(value instanceof Date)) throw wrongKind(column, 'a date');
      return storedDate(value, column.dateBehavior === 2);
    }
    case 'multiselectpicklist':
      return storedChoices(column, value);
    default:
      return sqlType(column) === 'TEXT' ? expectText(column, value) : expectNumber(column, value);
  }
}

/** Several choices lie as `,1,2,`, in ascending order, so that one of them is found by `LIKE '%,1,%'`. */
function storedChoices(column: Column, value: ColumnValue): string | null {
  const parts: readonly (string | number)[] = Array.isArray(value)
    ? (value as readonly number[])
    : typeof value === 'number'
      ? [value]
      : expectText(column, value).split(',');
  const numbers = parts.filter((part) => String(part).trim() !== '').map(Number);
  if (numbers.some((number) => !Number.isInteger(number))) throw wrongKind(column, 'a list of choices');
  if (numbers.length === 0) return null;
  return `,${[...new Set(numbers)].sort((a, b) => a - b).join(',')},`;
}

function isReference(value: ColumnValue): value is RowReference {
  return typeof value === 'object' && value !== null && 'table' in value && 'id' in value;
}

function expectText(column: Column, value: ColumnValue): string {
  if (typeof value !== 'string') throw wrongKind(column, 'text');
  return value;
}

function expectNumber(column: Column, value: ColumnValue): number {
  if (typeof value !== 'number') throw wrongKind(column, 'a number');
  return value;
}

function wrongKind(column: Column, expected: string): TypeError {
  return new TypeError(`Column '${column.logicalName}' (${column.type}) takes ${expected}.`);
}
