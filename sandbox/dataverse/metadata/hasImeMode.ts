import type { ColumnType } from './model.js';

const types: ReadonlySet<ColumnType> = new Set([
  'nvarchar',
  'ntext',
  'decimal',
  'float',
  'money',
  'datetime',
]);

/** Whether columns of a type say how an input method behaves in them (ImeMode of their AttributeMetadata). */
export function hasImeMode(type: ColumnType): boolean {
  return types.has(type);
}
