import type { ColumnType } from './model.js';

/** Values a column has when nobody says anything, by type (solution source format; AttributeMetadata's own defaults). */
export const columnDefaults: Partial<
  Record<ColumnType, { maxLength?: number; min?: number; max?: number; precision?: number }>
> = {
  nvarchar: { maxLength: 100 },
  ntext: { maxLength: 2000 },
  int: { min: -2_147_483_648, max: 2_147_483_647 },
  decimal: { min: -100_000_000_000, max: 100_000_000_000, precision: 2 },
  float: { min: 0, max: 1_000_000_000, precision: 2 },
  money: { min: -922_337_203_685_477, max: 922_337_203_685_477, precision: 2 },
};
