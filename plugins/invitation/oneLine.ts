/**
 * Text of strangers in one line, as it may be shown and stored: composed (NFC), white space and control characters as single blanks; without
 * characters that nobody sees, those that turn the direction of writing (UAX #9) among them, and without halves of characters. The two
 * joiners stay inside a text: Persian is not written without them, nor are many emoji.
 */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replace(/^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu, '')
    .replace(/ {2,}/g, ' ');
