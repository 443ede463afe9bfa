/** Locales of the languages the sandbox formats numbers and dates in; any other LCID is formatted as English (US). */
const locales: Readonly<Record<number, string>> = {
  1030: 'da-DK',
  1031: 'de-DE',
  1033: 'en-US',
  1036: 'fr-FR',
  1040: 'it-IT',
  1043: 'nl-NL',
  1046: 'pt-BR',
  2057: 'en-GB',
  3082: 'es-ES',
};

/** The BCP 47 tag for an LCID. */
export function localeOf(lcid: number): string {
  return locales[lcid] ?? 'en-US';
}
