import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import type { AttributeValue } from '../../values/attributeValue.js';
import { isLookup } from '../../values/readValue.js';
import { isGuid } from '../../host/guid.js';
import type { LookupRow } from '../../host/host.js';
import { lookupRow, lookupValue, type LookupValue } from '../lookupValue.js';

/** A value as `getValue` gives it: rows as LookupValue; lists and dates are the script's own to change. */
export function toScript(value: AttributeValue): unknown {
  if (value instanceof Date) return new Date(value);
  if (!Array.isArray(value)) return value;
  return value.map((member: LookupRow | number) =>
    typeof member === 'number' ? member : lookupValue(member),
  );
}

/**
 * A value that a script sets.
 * @throws Error when it is of another type than the column
 */
export function fromScript(column: ColumnDefinition, value: unknown): AttributeValue {
  if (value === null || value === undefined) return null;
  const isRows = isLookup(column) || column.type === 'partylist';
  const read = isRows ? readRows(column, value) : readPlain(column, value);
  if (read === undefined) throw new Error(`The value is not valid for the column ${column.logicalName}.`);
  return read;
}

function readPlain(column: ColumnDefinition, value: unknown): AttributeValue | undefined {
  switch (column.type) {
    case 'datetime':
      return value instanceof Date && !Number.isNaN(value.getTime()) ? new Date(value) : undefined;
    case 'bit':
      return typeof value === 'boolean' ? value : undefined;
    case 'picklist':
    case 'state':
    case 'status':
      return isOption(column, value) ? value : undefined;
    case 'multiselectpicklist':
      return Array.isArray(value) && value.every((member) => isOption(column, member)) ? value : undefined;
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'float':
    case 'money':
      return typeof value === 'number' ? value : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function isOption(column: ColumnDefinition, value: unknown): value is number {
  return column.options?.some((option) => option.value === value) === true;
}

function readRows(column: ColumnDefinition, value: unknown): readonly LookupRow[] | undefined {
  if (!Array.isArray(value) || (value.length > 1 && column.type !== 'partylist')) return undefined;
  const rows: readonly unknown[] = value;
  return rows.every((row) => isLookupValue(column, row)) ? rows.map(lookupRow) : undefined;
}

function isLookupValue(column: ColumnDefinition, value: unknown): value is LookupValue {
  if (typeof value !== 'object' || value === null) return false;
  const { id, entityType } = value as Partial<Record<keyof LookupValue, unknown>>;
  return typeof id === 'string' && isGuid(id) && column.targets.includes(String(entityType));
}
