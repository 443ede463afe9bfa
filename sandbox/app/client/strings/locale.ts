const locales: Readonly<Record<number, string>> = {
  1031: 'de-DE',
  1033: 'en-US',
  1036: 'fr-FR',
  3082: 'es-ES',
};

/** The locale by which numbers and dates are written for a user language (LCID); English for one the app does not speak. */
export function localeOf(languageCode: number): string {
  return locales[languageCode] ?? 'en-US';
}

/** How Dataverse (.NET) writes a day: as 4/9/2026 in English, elsewhere with leading zeros, where ICU often has none. */
export function numericDate(languageCode: number): {
  readonly year: 'numeric';
  readonly month: 'numeric' | '2-digit';
  readonly day: 'numeric' | '2-digit';
} {
  const digits = localeOf(languageCode) === 'en-US' ? 'numeric' : '2-digit';
  return { year: 'numeric', month: digits, day: digits };
}
