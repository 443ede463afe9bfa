import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';

/**
 * Dates between the Web API and a form ("Behavior and format of the date and time column"): a date alone is local
 * midnight; a time-zone independent one shows the same digits everywhere; a user-local one is a moment.
 */
export function readDate(column: ColumnDefinition, text: string): Date {
  const digits = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/.exec(text);
  if (!digits || userLocal(column)) return new Date(text);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = digits
    .slice(1)
    .map((digit) => Number(digit ?? 0));
  return column.dateBehavior === 2
    ? new Date(year, month - 1, day)
    : new Date(year, month - 1, day, hour, minute, second);
}

/** The other way round: `2026-03-01` or `2026-03-01T09:30:00Z`. */
export function writeDate(column: ColumnDefinition, date: Date): string {
  if (userLocal(column)) return `${date.toISOString().slice(0, 19)}Z`;
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  if (column.dateBehavior === 2) return day;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}Z`;
}

function userLocal(column: ColumnDefinition): boolean {
  return column.dateBehavior === undefined || column.dateBehavior === 1;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
