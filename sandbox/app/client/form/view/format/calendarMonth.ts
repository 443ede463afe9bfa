import { localeOf } from '../../../strings/locale.js';

const sunday = 0;
const monday = 1;

/** The day a calendar's week begins with (0 Sunday): Sunday in the United States, Monday in Europe. */
export function firstDayOfWeek(languageCode: number): number {
  return localeOf(languageCode) === 'en-US' ? sunday : monday;
}

/** The six weeks of seven days that a calendar shows for the month of `shown`, each day at local midnight. */
export function calendarWeeks(shown: Date, firstDay: number): readonly (readonly Date[])[] {
  const [year, month] = [shown.getFullYear(), shown.getMonth()];
  const lead = (new Date(year, month, 1).getDay() - firstDay + 7) % 7;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => new Date(year, month, 1 - lead + week * 7 + day)),
  );
}

/** The columns of a calendar in the user's language, short for the eye and long for the ear. */
export function weekdays(languageCode: number): readonly { readonly short: string; readonly long: string }[] {
  const name = (day: number, weekday: 'narrow' | 'long'): string =>
    new Intl.DateTimeFormat(localeOf(languageCode), { weekday }).format(new Date(2026, 10, 1 + day));
  return Array.from({ length: 7 }, (_, index) => (firstDayOfWeek(languageCode) + index) % 7).map((day) => ({
    short: name(day, 'narrow'),
    long: name(day, 'long'),
  }));
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(day: Date, months: number): Date {
  const lastOfTarget = new Date(day.getFullYear(), day.getMonth() + months + 1, 0);
  return new Date(
    lastOfTarget.getFullYear(),
    lastOfTarget.getMonth(),
    Math.min(day.getDate(), lastOfTarget.getDate()),
  );
}

/** Another day, local midnight. */
export function addDays(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}
