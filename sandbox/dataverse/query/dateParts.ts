import { errors } from '../errors.js';
import { sql, type Sql } from './sql.js';

/**
 * The part of a date that FetchXML's dategrouping names, as a number like SQL Server's DATEPART: weeks begin on Sunday
 * and week 1 holds January 1st.
 * @throws DataverseError 501 for fiscal periods, 400 for anything else.
 */
export function datePart(part: string, date: Sql): Sql {
  switch (part) {
    case 'day':
      return sql`CAST(strftime('%d', ${date}) AS INTEGER)`;
    case 'week':
      return sql`((CAST(strftime('%j', ${date}) AS INTEGER) - 1 + CAST(strftime('%w', ${date}, 'start of year') AS INTEGER)) / 7 + 1)`;
    case 'month':
      return sql`CAST(strftime('%m', ${date}) AS INTEGER)`;
    case 'quarter':
      return sql`((CAST(strftime('%m', ${date}) AS INTEGER) + 2) / 3)`;
    case 'year':
      return sql`CAST(strftime('%Y', ${date}) AS INTEGER)`;
    default:
      if (part.startsWith('fiscal-')) throw errors.notEmulated(`grouping by ${part}`);
      throw errors.invalidArgument(`The date grouping '${part}' is not valid.`);
  }
}
