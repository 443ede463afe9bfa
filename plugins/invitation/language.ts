import { sameLanguage } from './locale.js';

/**
 * Which of the languages a template exists in a contact is written to: their own, else another form of the
 * same language, else the base language, else another form of that, else the lowest LCID, so that the choice
 * never depends on the order of rows.
 *
 * @param preferred LCID of the contact; undefined when not known
 * @param available LCIDs there is a template for
 * @param base LCID of the organization's base language
 * @returns undefined only when `available` is empty
 */
export function chooseLanguage(
  preferred: number | undefined,
  available: readonly number[],
  base: number,
): number | undefined {
  const sorted = [...available].sort((a, b) => a - b);
  const wanted = preferred === undefined ? [base] : [preferred, base];
  for (const language of wanted) {
    const found =
      sorted.find((each) => each === language) ?? sorted.find((each) => sameLanguage(each, language));
    if (found !== undefined) return found;
  }
  return sorted[0];
}
