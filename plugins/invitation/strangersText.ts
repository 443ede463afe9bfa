import { oneLine } from './oneLine.js';

/**
 * Text of strangers as it is stored: in one line, and as long as its column takes.
 *
 * @param length of the column, in UTF-16 units as Dataverse counts them
 * @returns undefined when nothing is left
 */
export function strangersText(text: string | undefined, length: number): string | undefined {
  // What is far too long is cut before it is looked at.
  const line = oneLine((text ?? '').slice(0, length * 4));
  let kept = '';
  for (const letter of line) {
    if (kept.length + letter.length > length) break;
    kept += letter;
  }
  return kept.trim() || undefined;
}
