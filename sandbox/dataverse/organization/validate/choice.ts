import { errors } from '../../errors.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import { wrongType } from './wrongType.js';

/** One of the column's choices. @throws DataverseError 400 0x80048d19, 0x8004431a */
export function validChoice(table: string, column: Column, value: AttributeValue): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(table, value, 'Edm.Int32');
  requireOption(column, value);
  return value;
}

/** Several of the column's choices, written `'1,2'`. @throws DataverseError 400 0x80048d19, 0x8004431a */
export function validChoices(table: string, column: Column, value: AttributeValue): string {
  if (typeof value !== 'string') throw wrongType(table, value, 'Edm.String');
  for (const part of value.split(',').filter((text) => text.trim() !== '')) {
    if (!/^\s*-?\d+\s*$/.test(part)) throw wrongType(table, value, 'Edm.String');
    requireOption(column, Number(part));
  }
  return value;
}

/** Yes or no. @throws DataverseError 400 0x80048d19 */
export function validTwoOptions(table: string, value: AttributeValue): boolean {
  if (typeof value !== 'boolean') throw wrongType(table, value, 'Edm.Boolean');
  return value;
}

function requireOption(column: Column, value: number): void {
  const options = column.choice?.options;
  if (options && !options.some((option) => option.value === value)) {
    throw errors.choiceRange(column.logicalName, value);
  }
}
