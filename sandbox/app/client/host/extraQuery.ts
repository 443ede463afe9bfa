import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import type { LookupRow } from './host.js';

/**
 * The values of a new row as `extraqs` carries them (Set column values using parameters passed to a form): a lookup is
 * three parameters, `column`, `columnname` and, where it may point to several tables, `columntype`.
 */
export function writeExtraQuery(
  table: TableDefinition | undefined,
  values: Readonly<Record<string, unknown>>,
): string {
  const parameters = Object.entries(values).flatMap(([name, value]) =>
    pairsOf(name, table?.columns[name], value),
  );
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}

type Pair = readonly [name: string, value: string];

function pairsOf(name: string, column: ColumnDefinition | undefined, value: unknown): readonly Pair[] {
  if (value === null || value === undefined) return [];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (!Array.isArray(value)) return [[name, String(value)]];
  const rows = value.filter(isRow);
  const row = rows[0];
  if (row === undefined) return [[name, JSON.stringify(value)]];
  const pairs: readonly Pair[] = [
    [name, row.id],
    [`${name}name`, row.name],
  ];
  return (column?.targets.length ?? 0) > 1 ? [...pairs, [`${name}type`, row.table]] : pairs;
}

function isRow(value: unknown): value is LookupRow {
  return typeof value === 'object' && value !== null && 'id' in value && 'table' in value;
}
