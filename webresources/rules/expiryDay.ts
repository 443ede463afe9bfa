/** Hours by which the last place on Earth to end a day (UTC-12) is behind UTC. */
const lastZoneHours = 12;

/**
 * True when an expiry date has passed everywhere. The day ends in the time zone that the environment variable inv_TimeZone
 * names, which the browser does not know; where that may not be over yet, the service decides.
 *
 * @param expiryDate `YYYY-MM-DD`; none = never
 */
export function hasCertainlyExpired(expiryDate: string | null | undefined, now: Date = new Date()): boolean {
  if (expiryDate === null || expiryDate === undefined) return false;
  return expiryDate.slice(0, 10) < certainlyToday(now);
}

/** The earliest calendar day, `YYYY-MM-DD`, that it is anywhere now. */
export function certainlyToday(now: Date = new Date()): string {
  return new Date(now.getTime() - lastZoneHours * 3_600_000).toISOString().slice(0, 10);
}
