import { languageOf, type Language } from './languages.js';

/** What a page is written in. */
export interface PageLanguage {
  readonly language: Language;
  /** BCP 47 tag for dates and numbers: a regional form of the language, if the reader's browser names one. */
  readonly locale: string;
}

/**
 * The language of a reader: the one chosen, by the address or on the page, else the first that the browser asks for and the page speaks,
 * else English.
 *
 * @param header Accept-Language
 */
export function chooseLanguage(chosen: Language | undefined, header: string | undefined): PageLanguage {
  const wanted = wantedLocales(header);
  const language = chosen ?? wanted.map(languageOf).find((found) => found !== undefined) ?? 'en';
  return { language, locale: wanted.find((tag) => languageOf(tag) === language) ?? language };
}

/** Longest header that is read, and most languages of it: both are far beyond what browsers send. */
const [longest, most] = [500, 20];

/** The tags of Accept-Language, the best liked first; those that are none left out (RFC 9110, 12.5.4). */
function wantedLocales(header = ''): readonly string[] {
  return header
    .slice(0, longest)
    .split(',')
    .slice(0, most)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag: canonical(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== undefined && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .flatMap(({ tag }) => tag ?? []);
}

function canonical(tag: string): string | undefined {
  // No extensions: `de-u-ca-buddhist` would choose a calendar too.
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
