/** Longest text of others that is shown, in characters. */
const longest = 120;

/**
 * A text of others as it may be shown: on one line, without invisible characters that turn the direction of what follows, and not longer
 * than a reader needs.
 */
export function clip(text: string): string {
  const visible = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(turning, '')
    .trim();
  const characters = [...visible];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : visible;
}

/** Bidirectional embeddings, overrides and isolates (UAX #9); direction itself is the matter of `<bdi>`. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;
