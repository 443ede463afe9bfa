import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';
import type { AttributeValue } from './attributeValue.js';

/**
 * A value as a form keeps it: nothing but null is empty, options stand in ascending order, numbers have no more decimals
 * than the column, and a date without a time is local midnight.
 */
export function normalizeValue(column: ColumnDefinition, value: AttributeValue): AttributeValue {
  if (value === null || value === '') return null;
  if (value instanceof Date) return normalizeDate(column, value);
  if (typeof value === 'number') return round(value, column.precision);
  if (Array.isArray(value)) return normalizeList(value);
  return value;
}

function normalizeList(value: readonly unknown[]): AttributeValue {
  if (value.length === 0) return null;
  const numbers = value.filter((member) => typeof member === 'number');
  return numbers.length === value.length
    ? [...new Set(numbers)].sort((a, b) => a - b)
    : (value as AttributeValue);
}

function normalizeDate(column: ColumnDefinition, value: Date): Date {
  if (column.dateBehavior !== 2) return value;
  return new Date(value.getFullYear(), value.getMonth(), value.getDate());
}

function round(value: number, precision: number | undefined): number {
  return precision === undefined ? value : Number(value.toFixed(precision));
}
