/**
 * Text of strangers as it may be stored: without control characters, invisible ones and those that turn the direction of writing, in one
 * line, and as long as its column takes.
 *
 * @param length of the column, in UTF-16 units as Dataverse counts them
 * @returns undefined when nothing is left
 */
export function strangersText(text: string | undefined, length: number): string | undefined {
  const line = (text ?? '')
    .slice(0, length * 4)
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .trim();
  let kept = '';
  for (const letter of line) {
    if (kept.length + letter.length > length) break;
    kept += letter;
  }
  return kept.trim() || undefined;
}
