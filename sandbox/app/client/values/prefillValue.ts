import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';
import { rangeOf } from './numberRange.js';
import { readDate } from './dateValue.js';
import type { AttributeValue } from './attributeValue.js';

/**
 * The value of a parameter that is no lookup: texts from an address bar, or values from a script.
 * @returns undefined when it does not fit the column
 */
export function prefillValue(column: ColumnDefinition, given: unknown): AttributeValue | undefined {
  switch (column.type) {
    case 'nvarchar':
    case 'ntext':
      return typeof given === 'string' && given.length <= (column.maxLength ?? Infinity) ? given : undefined;
    case 'bit':
      return readTwoOptions(given);
    case 'picklist':
    case 'state':
    case 'status':
      return readOption(column, given);
    case 'multiselectpicklist':
      return readOptions(column, given);
    case 'datetime':
      return readMoment(column, given);
    default:
      return readNumber(column, given);
  }
}

function readTwoOptions(given: unknown): boolean | undefined {
  const text = String(given);
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

function readOption(column: ColumnDefinition, given: unknown): number | undefined {
  const value = numberOf(given);
  return column.options?.some((option) => option.value === value) ? value : undefined;
}

function readOptions(column: ColumnDefinition, given: unknown): readonly number[] | undefined {
  const list: unknown = typeof given === 'string' ? parseList(given) : given;
  if (!Array.isArray(list)) return undefined;
  const values = list.flatMap((member: unknown) => readOption(column, member) ?? []);
  return values.length === list.length ? values : undefined;
}

/** `[1,3]` */
function parseList(text: string): readonly string[] | undefined {
  return /^\[([\d\s,-]*)\]$/.exec(text)?.[1]?.split(',');
}

function readMoment(column: ColumnDefinition, given: unknown): Date | undefined {
  if (given instanceof Date) return Number.isNaN(given.getTime()) ? undefined : given;
  if (typeof given !== 'string') return undefined;
  const date = readDate(column, given);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function readNumber(column: ColumnDefinition, given: unknown): number | undefined {
  const value = numberOf(given);
  const { min, max } = rangeOf(column);
  if (value === undefined || value < min || value > max) return undefined;
  return column.type === 'int' && !Number.isInteger(value) ? undefined : value;
}

function numberOf(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined;
  return typeof given === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(given) ? Number(given) : undefined;
}
