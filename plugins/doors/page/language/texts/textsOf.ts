import type { Brand } from '../../../config/doorsConfig.js';
import type { Language } from '../languages.js';
import { english, type Texts } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { spanish } from './spanish.js';

/** The page's own words in each language. */
export const ownTexts: Readonly<Record<Language, Texts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** The words in a language, with those of the brand in the place of the page's own; a key that there is not is left out. */
export function textsOf(language: Language, brand: Pick<Brand, 'texts'>): Texts {
  const own = ownTexts[language];
  const brands = Object.entries(brand.texts[language] ?? {}).filter(([key]) => Object.hasOwn(own, key));
  return { ...own, ...Object.fromEntries(brands) };
}
