import type { AppDefinition } from '../../definition/definition.js';
import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';
import type { LookupRow } from '../host/host.js';
import { writeDate } from './dateValue.js';
import type { AttributeValue } from './attributeValue.js';
import { isLookup } from './readValue.js';

/**
 * A column's value as a payload takes it ("Create a table row using the Web API"): lookups by their navigation property
 * with `@odata.bind`, which null empties ("Associate and disassociate table rows using the Web API"); several options as `1,2`.
 * @param before the saved value: it says which of several navigation properties a lookup is emptied by
 * @throws Error for a lookup to a table that the column does not lead to, and for a party list
 */
export function writeValue(
  tables: AppDefinition['tables'],
  column: ColumnDefinition,
  value: AttributeValue,
  before: AttributeValue,
): Readonly<Record<string, unknown>> {
  if (column.type === 'partylist')
    throw new Error(`not emulated: saving the party list ${column.logicalName}`);
  if (isLookup(column)) return writeLookup(tables, column, firstRow(value), firstRow(before));
  if (value instanceof Date) return { [column.logicalName]: writeDate(column, value) };
  if (Array.isArray(value)) return { [column.logicalName]: value.join(',') };
  return { [column.logicalName]: value };
}

function writeLookup(
  tables: AppDefinition['tables'],
  column: ColumnDefinition,
  row: LookupRow | undefined,
  before: LookupRow | undefined,
): Readonly<Record<string, unknown>> {
  const target = row?.table ?? before?.table ?? column.targets[0] ?? '';
  const navigation = column.navigations[target];
  const setName = tables[target]?.setName;
  if (navigation === undefined || (row !== undefined && setName === undefined)) {
    throw new Error(`The column ${column.logicalName} does not lead to rows of ${target}.`);
  }
  return { [`${navigation}@odata.bind`]: row === undefined ? null : `/${setName}(${row.id})` };
}

function firstRow(value: AttributeValue): LookupRow | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' ? (first as LookupRow) : undefined;
}
