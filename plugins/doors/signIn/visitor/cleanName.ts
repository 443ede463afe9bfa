/** Characters of a name that are kept: no person has more, and a column of Dataverse takes them. */
const longest = 100;

/** Control characters, line separators, and the marks that turn the direction of text around (Unicode TR 9). */
const unwanted = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A name as a provider tells it, fit to be shown and stored: one line, whole characters, not too long.
 *
 * @returns undefined when nothing is left, or it is no text
 */
export function cleanName(told: unknown): string | undefined {
  if (typeof told !== 'string') return undefined;
  // What is far too long is cut before it is looked at.
  const text = told
    .slice(0, longest * 10)
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC');
  const line = text.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();
  const name = [...line].slice(0, longest).join('').trim();
  return name === '' ? undefined : name;
}
