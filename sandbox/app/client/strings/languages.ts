/** The languages that the app speaks, each in its own words, with its LCID and its BCP 47 tag. */
export const languages = [
  { code: 1033, name: 'English', tag: 'en' },
  { code: 1036, name: 'Français', tag: 'fr' },
  { code: 1031, name: 'Deutsch', tag: 'de' },
  { code: 3082, name: 'Español', tag: 'es' },
] as const;

/** What `<html lang>` says for a language code; a language that the app does not speak gets English words. */
export function languageTag(code: number): string {
  return languages.find((language) => language.code === code)?.tag ?? 'en';
}
