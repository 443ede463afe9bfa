/**
 * Days and times for readers. A day is a calendar day without an hour, so it is written in UTC, where it cannot become another.
 *
 * @param locale BCP 47 tag
 */
export function dayInWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(midnight(day));
}

/** The name of a time zone on a day: `Central European Standard Time`. @param timeZone IANA name */
export function zoneInWords(timeZone: string, day: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(
    midnight(day),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A time to wait, rounded up: `45 seconds`, `10 minutes`. */
export function waitInWords(seconds: number, locale: string): string {
  const [count, unit] = seconds < 60 ? [Math.max(1, seconds), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.ceil(count));
}

const midnight = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);
