import { describe, expect, it } from '@jest/globals';
import { newContact } from '../../../../plugins/redeem/recognise/newContact.js';
import { strangersText } from '../../../../plugins/invitation/strangersText.js';
import { identity, visitor } from './sample.js';

describe('the names of a new contact', () => {
  it.each([
    ['as the provider tells them', { givenName: 'Ann', familyName: 'Example' }, 'Ann', 'Example'],
    ['the whole name, when that is all it tells', { name: 'Ann Example' }, undefined, 'Ann Example'],
    ['the first name alone', { givenName: 'Ann', name: 'Ann' }, 'Ann', undefined],
    ['the address before the @, when it tells none', {}, undefined, 'ann'],
    ['the same, when nothing of the name may be stored', { name: '\u202e\u0000 ' }, undefined, 'ann'],
  ])('%s', (_, names, firstname, lastname) => {
    expect(newContact(visitor(names), identity)?.row).toMatchObject({ firstname, lastname });
  });

  it('there is none with an address that its column does not take', () => {
    const verifiedEmail = `${'a'.repeat(90)}@contoso.example`;
    expect(newContact(visitor({ verifiedEmail }), identity)).toBeUndefined();
  });
});

describe('text of strangers, as it is stored,', () => {
  it('is cut to its column, never through a letter', () => {
    expect(strangersText('x'.repeat(10_000), 50)).toHaveLength(50);
    expect(strangersText(`${'x'.repeat(49)}😀`, 50)).toBe('x'.repeat(49));
  });

  it.each([undefined, '', ' \u200b '])('is none when nothing is left of %j', (text) => {
    expect(strangersText(text, 50)).toBeUndefined();
  });
});
