/**
 * Expiry dates are calendar days, `YYYY-MM-DD`, as Dataverse keeps a column of behaviour DateOnly. They have
 * no hour and no zone; the zone of the environment variable inv_TimeZone says when such a day ends.
 */

/** The calendar day that `moment` falls on in an IANA time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  const parts = calendarOf(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The calendar used last: making one takes longer than everything else that is decided about an invitation, and a service has one zone. */
let calendar: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | undefined;

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  if (calendar?.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendar = { timeZone, format };
  }
  return calendar.format;
}

/** True from the first moment after the expiry day; never without an expiry date. */
export function isExpired(expiryDate: string | null | undefined, today: string): boolean {
  return expiryDate !== null && expiryDate !== undefined && expiryDate.slice(0, 10) < today;
}

/**
 * The expiry date an invitation gets when its maker gave none: `days` after the day of its creation; none
 * when `days` is 0.
 */
export function defaultExpiryDate(createdOn: Date, days: number, timeZone: string): string | undefined {
  return days > 0 ? addDays(dayIn(timeZone, createdOn), days) : undefined;
}

/** A calendar day, so many days later. Days are counted in UTC, where every day has 24 hours. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
