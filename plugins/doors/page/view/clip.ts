import { oneLine } from '../../../invitation/oneLine.js';

/** Longest text of others that is shown, in characters. */
const longest = 120;

/** A text of others as it may be shown: on one line, and not longer than a reader needs. Its direction is the matter of `<bdi>`. */
export function clip(text: string): string {
  const characters = [...oneLine(text)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}
