import { expect, it } from '@jest/globals';
import { oneLine } from '../../../plugins/invitation/oneLine.js';

it.each([
  ['as it is', 'Zoë <b>Ångström</b> {{link}}', 'Zoë <b>Ångström</b> {{link}}'],
  ['composed', 'Zoe\u0308', 'Zoë'],
  [
    'without line breaks, as in a header',
    'Ann\r\nBcc: eve@attacker.example',
    'Ann Bcc: eve@attacker.example',
  ],
  ['without line breaks of Unicode', 'Ann\u2028\u2029\u0085Example', 'Ann Example'],
  ['without control characters', 'An\u0000n\u001b[31m', 'An n [31m'],
  ['without what turns the direction of writing', '\u2066Ann\u202egnp.exe\u2069', 'Anngnp.exe'],
  ['without characters that nobody sees', 'A\u200bn\u2060n\ufeff', 'Ann'],
  ['without halves of characters', 'A\ud83dnn\ud83d', 'Ann'],
  ['without blanks at its ends and many in a row', '  Ann \t  Example ', 'Ann Example'],
  ['without the blanks that an invisible character parts', 'Ann \u200b Example', 'Ann Example'],
  ['with the joiners that Persian needs', 'نامه\u200cای', 'نامه\u200cای'],
  ['with the joiners that emoji need', '👩\u200d🚀', '👩\u200d🚀'],
  ['without joiners that join nothing', '\u200d Ann\u200c', 'Ann'],
  ['empty, when nothing of it is to be seen', ' \u200d\u202e\u0007 ', ''],
])('a text of strangers is %s', (_, text, line) => {
  expect(oneLine(text)).toBe(line);
});
