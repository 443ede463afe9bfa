import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import { formattedValue, lookupTable } from './annotations.js';
import { readDate } from './dateValue.js';
import type { AttributeValue } from './attributeValue.js';
import { partiesOf, readPartyList } from './partyList.js';

/** A column's value in a row as the Web API returned it, annotations included. */
export function readValue(
  table: TableDefinition,
  column: ColumnDefinition,
  row: Readonly<Record<string, unknown>>,
): AttributeValue {
  if (column.type === 'partylist') return readPartyList(table, column, row);
  const property = propertyOf(column);
  const value = row[property];
  if (value === null || value === undefined) return null;
  if (isLookup(column)) {
    const target = lookupTable(row, property) ?? column.targets[0] ?? '';
    return [{ id: String(value), name: formattedValue(row, property) ?? '', table: target }];
  }
  if (column.type === 'datetime') return readDate(column, String(value));
  if (column.type === 'multiselectpicklist') return String(value).split(',').map(Number);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** Lookups to one row, of any kind. */
export function isLookup(column: ColumnDefinition): boolean {
  return column.type === 'lookup' || column.type === 'owner' || column.type === 'customer';
}

/**
 * `$select` and `$expand` for these columns. What the user may not read is left out; columns without a value of their own
 * (images, files) too.
 */
export function queryFor(table: TableDefinition, columns: readonly ColumnDefinition[]): string {
  const readable = columns.filter((column) => column.canRead && !withoutValue.has(column.type));
  const names = readable.filter(({ type }) => type !== 'partylist').map(propertyOf);
  const select = `$select=${[...new Set([table.primaryId, ...names])].join(',')}`;
  if (!readable.some(({ type }) => type === 'partylist')) return select;
  return `${select}&$expand=${partiesOf(table)}($select=_partyid_value,participationtypemask)`;
}

const withoutValue: ReadonlySet<ColumnDefinition['type']> = new Set(['virtual', 'image', 'file']);

function propertyOf(column: ColumnDefinition): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}
