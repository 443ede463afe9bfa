import { describe, expect, it } from '@jest/globals';
import { readScriptTexts } from '../../../scripts/check/read/scriptTexts.js';

const asked = (script: string): readonly string[] =>
  readScriptTexts(new Map([['one.ts', script]])).asked.map(({ key }) => key);

describe('the texts a script asks for', () => {
  it.each([
    ['a text', `tell(text('saveFirst'), 'not a key');`, ['saveFirst']],
    ['one of two', `const remark = text(isGroup(form) ? 'many' : 'one', 'José');`, ['many', 'one']],
    [
      'lines with a number each',
      `lines(['failed', 3], ['created', count('toCreate')]);`,
      ['failed', 'created'],
    ],
    ['a summary', `summary('sent', written, 'skipped');`, ['sent']],
    ['a progress', `startProgress('creating');`, ['creating']],
    ['a text in a text', `text('askSend', text('contacts', 3));`, ['askSend', 'contacts']],
    ['a text by a name that is handed in', `text(key);`, []],
    ['a method of that name', `form.text('label');`, []],
  ])('are found in %s', (_what, script, keys) => {
    expect(asked(script)).toEqual(keys);
  });

  it('are known with the script they are in', () => {
    const { asked: found } = readScriptTexts(new Map([['form/limits.ts', `text('tooSmall');`]]));
    expect(found).toEqual([{ key: 'tooSmall', source: 'form/limits.ts' }]);
  });
});

describe('the words of a script', () => {
  it('are all in quotes, and no other', () => {
    const script = `const key: Key = 'failed'; return reason === "expired" ? key : other;`;
    expect(readScriptTexts(new Map([['one.ts', script]])).words).toEqual(new Set(['failed', 'expired']));
  });
});
