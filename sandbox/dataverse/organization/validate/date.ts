import { errors } from '../../errors.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import { wrongType } from './wrongType.js';

const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** Dates before this one do not fit SQL Server's datetime ("Format and behavior of the date and time column"). */
const earliest = '1753-01-01';

/**
 * A moment, or a day for date-only columns, as ISO text.
 *
 * @throws DataverseError 400 0x80048d19 when it is none, 0x80040203 when it lies before 1753
 */
export function validDate(table: string, column: Column, value: AttributeValue): string {
  const dayOnly = column.dateBehavior === 2;
  const edmType = dayOnly ? 'Edm.Date' : 'Edm.DateTimeOffset';
  if (typeof value !== 'string' || !(day.test(value) || (!dayOnly && moment.test(value))) || !exists(value)) {
    throw wrongType(table, value, edmType);
  }
  if (value < earliest) {
    throw errors.invalidArgument(
      `The date-time value of '${column.logicalName}' is earlier than ${earliest}.`,
    );
  }
  return value;
}

/** JavaScript turns 30 February into 2 March; such a day is refused. */
function exists(value: string): boolean {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}
