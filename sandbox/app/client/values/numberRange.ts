import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';

/** What a number may be where the column does not say it ("Column data types": the limits of each type). */
const limits: Readonly<Partial<Record<ColumnDefinition['type'], number>>> = {
  int: 2_147_483_647,
  bigint: Number.MAX_SAFE_INTEGER,
  decimal: 100_000_000_000,
  float: 100_000_000_000,
  money: 922_337_203_685_477,
};

/** Smallest and largest value of a number column. */
export function rangeOf(column: ColumnDefinition): { readonly min: number; readonly max: number } {
  const limit = limits[column.type] ?? Number.MAX_SAFE_INTEGER;
  return { min: column.min ?? -limit, max: column.max ?? limit };
}

/** Whether a column holds numbers that have a range. */
export function isNumber({ type }: ColumnDefinition): boolean {
  return limits[type] !== undefined;
}
