import { localeOf, numericDate } from '../../../strings/locale.js';

/** The day of a moment, local time, in the user's language: `12/31/2026`. */
export function dateText(value: Date, languageCode: number): string {
  return new Intl.DateTimeFormat(localeOf(languageCode), numericDate(languageCode)).format(value);
}

/**
 * A day as the user typed it: in the order of their language, or as ISO 8601. Two digits are a year of this century,
 * no year is the year of `today`.
 *
 * @returns local midnight; undefined when it is no day
 */
export function parseDate(text: string, languageCode: number, today: Date): Date | undefined {
  const digits = text.trim().match(/^(\d+)\D+(\d+)(?:\D+(\d+))?\D*$/);
  if (digits === null) return undefined;
  const [first = '', second = '', third] = digits.slice(1);
  const order = first.length === 4 ? ['year', 'month', 'day'] : dayOrder(languageCode);
  const typed = third === undefined ? order.filter((part) => part !== 'year') : order;
  const read = (part: string): string | undefined => [first, second, third][typed.indexOf(part)];
  const year = read('year');
  return dayOf(
    year === undefined ? today.getFullYear() : fullYear(year),
    Number(read('month')),
    Number(read('day')),
  );
}

function dayOrder(languageCode: number): readonly string[] {
  const parts = new Intl.DateTimeFormat(localeOf(languageCode), numericDate(languageCode)).formatToParts(
    new Date(2026, 11, 31),
  );
  return parts.map(({ type }) => type).filter((type) => type !== 'literal');
}

function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}

function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  const isReal = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return isReal ? date : undefined;
}

/** The month of a calendar's heading: `December 2026`. */
export function monthText(value: Date, languageCode: number): string {
  return new Intl.DateTimeFormat(localeOf(languageCode), { year: 'numeric', month: 'long' }).format(value);
}

/** A day in full, for a screen reader: `Thursday, December 31, 2026`. */
export function longDateText(value: Date, languageCode: number): string {
  return new Intl.DateTimeFormat(localeOf(languageCode), { dateStyle: 'full' }).format(value);
}

/** A moment, local time, in the user's language: `12/31/2026, 4:30 PM`. */
export function momentText(value: Date, languageCode: number): string {
  return `${dateText(value, languageCode)} ${timeText(value, languageCode)}`;
}

/** The time of a moment, local time, in the user's language: `4:30 PM`. */
export function timeText(value: Date, languageCode: number): string {
  const text = new Intl.DateTimeFormat(localeOf(languageCode), { hour: 'numeric', minute: '2-digit' }).format(
    value,
  );
  return text.replace(/\u202f/g, ' ');
}

/**
 * A time as the user typed it: `16:30`, `4:30 pm`, `4 p`, `16.30`, `16h30`, `16`.
 *
 * @returns hours and minutes of the day; undefined when it is no time
 */
export function parseTime(text: string): { readonly hours: number; readonly minutes: number } | undefined {
  const found = text.trim().match(/^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(?:([ap])\.?\s*(?:m\.?)?)?$/i);
  if (found === null) return undefined;
  const half = found[3]?.toLowerCase();
  const typedHours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  if (half !== undefined && (typedHours < 1 || typedHours > 12)) return undefined;
  const hours = half === undefined ? typedHours : (typedHours % 12) + (half === 'p' ? 12 : 0);
  return hours < 24 && minutes < 60 ? { hours, minutes } : undefined;
}
