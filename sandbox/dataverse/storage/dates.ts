/**
 * A moment as the store keeps it: `YYYY-MM-DDTHH:MM:SSZ` (Dataverse has no parts of a second), or the day alone.
 * Text without a time zone is taken as UTC. Throws TypeError when the text is no date.
 */
export function storedDate(value: string | Date, dayOnly: boolean): string {
  const iso = value instanceof Date ? value : new Date(withZone(value));
  if (Number.isNaN(iso.getTime())) throw new TypeError(`'${String(value)}' is no date.`);
  const text = iso.toISOString();
  return dayOnly ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

/** JavaScript reads `2026-01-31T10:00` as local time; Dataverse means UTC. */
function withZone(text: string): string {
  return /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`;
}
