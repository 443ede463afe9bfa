import { errors } from '../../errors.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import { wrongType } from './wrongType.js';

/** A whole number in its column's range. @throws DataverseError 400 0x80048d19, 0x8004432f */
export function validWhole(table: string, column: Column, value: AttributeValue): number {
  const isBig = column.type === 'bigint';
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw wrongType(table, value, isBig ? 'Edm.Int64' : 'Edm.Int32');
  }
  const min = column.min ?? (isBig ? Number.MIN_SAFE_INTEGER : -2_147_483_648);
  const max = column.max ?? (isBig ? Number.MAX_SAFE_INTEGER : 2_147_483_647);
  if (value < min || value > max) throw errors.intRange(column.logicalName, value, min, max);
  return value;
}

/** A decimal, float or money in its column's range, rounded to its precision. @throws DataverseError 400 0x80048d19, 0x80044330 */
export function validDecimal(table: string, column: Column, value: AttributeValue): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw wrongType(table, value, column.type === 'float' ? 'Edm.Double' : 'Edm.Decimal');
  }
  const min = column.min ?? -100_000_000_000;
  const max = column.max ?? 100_000_000_000;
  if (value < min || value > max) throw errors.decimalRange(column.logicalName, value, min, max);
  return column.precision === undefined ? value : Number(value.toFixed(column.precision));
}
