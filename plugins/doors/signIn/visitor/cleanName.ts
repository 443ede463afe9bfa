import { oneLine } from '../../../invitation/oneLine.js';

/** Characters of a name that are kept: no person has more, and a column of Dataverse takes them. */
const longest = 100;

/**
 * A name as a provider tells it, fit to be shown and stored: one line, whole characters, not too long.
 *
 * @returns undefined when nothing is left, or it is no text
 */
export function cleanName(told: unknown): string | undefined {
  if (typeof told !== 'string') return undefined;
  // What is far too long is cut before it is looked at.
  const line = oneLine(told.slice(0, longest * 10));
  return [...line].slice(0, longest).join('').trim() || undefined;
}
