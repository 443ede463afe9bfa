import { expect, it } from '@jest/globals';
import { refusalSentence } from '../../../plugins/send/refusal.js';

it.each([
  [
    'says what to do about a code it knows',
    { code: '0x8004480D', status: 403, message: 'raw' },
    /must allow others to send/u,
  ],
  [
    'passes on what Dataverse says otherwise',
    { code: '0x80040265', status: 400, message: 'A plug-in said no.' },
    /A plug-in said no\. \(0x80040265\)/u,
  ],
  ['gives the status where there is no code', { status: 400, message: 'No.' }, /No\. \(HTTP 400\)/u],
])('%s', (_, failure, sentence) => {
  expect(refusalSentence(failure)).toMatch(sentence);
});
