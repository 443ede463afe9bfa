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
