/** A stretch of time in UTC: from `start` (inclusive) to `end` (exclusive). An absent end is open. */
export interface Span {
  readonly start?: Date;
  readonly end?: Date;
}

/** Units of the calendar that operators count in. */
export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** The first moment of the hour, day, week (Sunday), month or year that `date` lies in, in UTC. */
export function startOf(unit: Unit, date: Date): Date {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'hour':
      return new Date(Date.UTC(year, month, day, date.getUTCHours()));
    case 'day':
      return new Date(Date.UTC(year, month, day));
    case 'week':
      return new Date(Date.UTC(year, month, day - date.getUTCDay()));
    case 'month':
      return new Date(Date.UTC(year, month, 1));
    case 'year':
      return new Date(Date.UTC(year, 0, 1));
  }
}

/** Moves a date by so many units; the 31st goes to the last day of a shorter month. */
export function shift(date: Date, count: number, unit: Unit): Date {
  const result = new Date(date);
  if (unit === 'hour') result.setUTCHours(result.getUTCHours() + count);
  else if (unit === 'day') result.setUTCDate(result.getUTCDate() + count);
  else if (unit === 'week') result.setUTCDate(result.getUTCDate() + 7 * count);
  else return shiftMonths(date, unit === 'year' ? 12 * count : count);
  return result;
}

function shiftMonths(date: Date, count: number): Date {
  const result = new Date(date);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return result;
}

/** The whole day, week, month or year that lies `offset` of them away from `now`: -1 last, 0 this, 1 next. */
export function wholeUnit(unit: Unit, offset: number, now: Date): Span {
  const start = shift(startOf(unit, now), offset, unit);
  return { start, end: shift(start, 1, unit) };
}

/** last-x-…: from the start of the hour or day x units back until now. */
export function lastUnits(count: number, unit: Unit, now: Date): Span {
  return { start: pastEdge(count, unit, now), end: afterNow(now) };
}

/** next-x-…: from now until the end of the hour or day x units ahead. */
export function nextUnits(count: number, unit: Unit, now: Date): Span {
  const grain = unit === 'hour' ? 'hour' : 'day';
  return { start: now, end: shift(shift(startOf(grain, now), 1, grain), count, unit) };
}

/** olderthan-x-…: everything before the stretch of last-x-…. */
export function olderThan(count: number, unit: Unit, now: Date): Span {
  return { end: pastEdge(count, unit, now) };
}

function pastEdge(count: number, unit: Unit, now: Date): Date {
  return shift(startOf(unit === 'hour' ? 'hour' : 'day', now), -count, unit);
}

/** The store keeps whole seconds, so now itself ends with its second. */
function afterNow(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
}
