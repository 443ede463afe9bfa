import type { Column } from './model.js';

/** Whether a column's value is a reference to one other row. Party lists are rows of their own. */
export function isLookup(column: Column): boolean {
  return column.type === 'lookup' || column.type === 'owner' || column.type === 'customer';
}
