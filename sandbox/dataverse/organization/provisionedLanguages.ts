import type { Organization } from './organization.js';

/** LCIDs of the languages that users may choose and labels may have: all that the solutions' names are written in. */
export function provisionedLanguages({ baseLanguage, catalogue }: Organization): readonly number[] {
  const written = catalogue.solutions.flatMap(({ labels }) => Object.keys(labels).map(Number));
  return [...new Set([baseLanguage, ...written])].sort((a, b) => a - b);
}
