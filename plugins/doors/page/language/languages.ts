/** The languages that the page speaks, each with its own name, in the order in which they are offered. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
} as const;

/** A language that the page speaks. */
export type Language = keyof typeof languages;

/** The language of a tag in any spelling, `de-AT` or `DE`; undefined when the page does not speak it. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split('-');
  return isLanguage(primary) ? primary : undefined;
}

const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);
