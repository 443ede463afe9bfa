import { errors } from '../../errors.js';
import { storedDate } from '../../storage/dates.js';
import { allOf, raw, sql, type Sql } from '../sql.js';
import {
  lastUnits,
  nextUnits,
  olderThan,
  shift,
  startOf,
  wholeUnit,
  type Span,
  type Unit,
} from './calendar.js';
import type { Operator, OperatorCall, Operators } from './operator.js';
import { comparand } from '../comparand.js';
import { countValue, onlyValue } from './values.js';

/** An operator over the stretch of time that `find` computes. Relative dates are in UTC, the time zone of an application user. */
const within =
  (find: (call: OperatorCall, now: Date) => Span): Operator =>
  (call) =>
    inSpan(call, find(call, call.session.organization.clock.now()));

function inSpan(call: OperatorCall, { start, end }: Span): Sql {
  const { column, value } = requireDate(call);
  const dayOnly = column.dateBehavior === 2;
  const parts: Sql[] = [];
  if (start !== undefined) parts.push(sql`${value} >= ${storedDate(start, dayOnly)}`);
  if (end !== undefined) parts.push(sql`${value} < ${dayOnly ? firstDayAfter(end) : storedDate(end, false)}`);
  return allOf(parts);
}

/** A stretch that ends in the middle of a day has that day in it for a column that knows only days. */
function firstDayAfter(end: Date): string {
  const day = startOf('day', end);
  return storedDate(day.getTime() === end.getTime() ? day : shift(day, 1, 'day'), true);
}

function requireDate({ operand }: OperatorCall) {
  if (operand.column.type !== 'datetime') {
    throw errors.invalidArgument(
      `The date operator is not valid for the attribute '${operand.column.logicalName}' of type ${operand.column.type}.`,
    );
  }
  return operand;
}

const compareDay =
  (symbol: '=' | '<>' | '<=' | '>='): Operator =>
  (call) => {
    const { column, value } = requireDate(call);
    const day = String(comparand(column, onlyValue(call))).slice(0, 10);
    if (symbol === '=') return sql`(${value} >= ${day} AND ${value} < ${dayAfter(day)})`;
    if (symbol === '<=') return sql`${value} < ${dayAfter(day)}`;
    if (symbol === '>=') return sql`${value} >= ${day}`;
    return sql`(${value} < ${day} OR ${value} >= ${dayAfter(day)} OR ${value} ${raw('IS NULL')})`;
  };

function dayAfter(day: string): string {
  return storedDate(shift(new Date(`${day}T00:00:00Z`), 1, 'day'), true);
}

const whole = (unit: Unit, offset: number): Operator => within((_, now) => wholeUnit(unit, offset, now));

const units: Readonly<Record<string, Unit>> = {
  hours: 'hour',
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
};

const counted: Operators = Object.fromEntries(
  Object.entries(units).flatMap(([name, unit]): [string, Operator][] => [
    [`last-x-${name}`, within((call, now) => lastUnits(countValue(call), unit, now))],
    [`next-x-${name}`, within((call, now) => nextUnits(countValue(call), unit, now))],
    [`olderthan-x-${name}`, within((call, now) => olderThan(countValue(call), unit, now))],
  ]),
);

/** Points and spans of time, relative to now or to a day. */
export const dateOperators: Operators = {
  on: compareDay('='),
  'not-on': compareDay('<>'),
  'on-or-before': compareDay('<='),
  'on-or-after': compareDay('>='),
  yesterday: whole('day', -1),
  today: whole('day', 0),
  tomorrow: whole('day', 1),
  'last-seven-days': within((_, now) => lastUnits(7, 'day', now)),
  'next-seven-days': within((_, now) => nextUnits(7, 'day', now)),
  'last-week': whole('week', -1),
  'this-week': whole('week', 0),
  'next-week': whole('week', 1),
  'last-month': whole('month', -1),
  'this-month': whole('month', 0),
  'next-month': whole('month', 1),
  'last-year': whole('year', -1),
  'this-year': whole('year', 0),
  'next-year': whole('year', 1),
  ...counted,
  'olderthan-x-minutes': within((call, now) => ({
    end: new Date(now.getTime() - countValue(call) * 60_000),
  })),
};
