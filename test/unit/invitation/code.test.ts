import { describe, expect, it } from '@jest/globals';
import {
  generateCode,
  hashCode,
  longestCode,
  lookupHash,
  normaliseCode,
} from '../../../plugins/invitation/code.js';

describe('a generated code', () => {
  it('holds at least 128 bits and needs no encoding in a link', () => {
    const code = generateCode();
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
    expect(encodeURIComponent(code)).toBe(code);
  });

  it('is never the same twice and uses the whole alphabet', () => {
    const codes = Array.from({ length: 500 }, generateCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it('is its own normal form', () => {
    const code = generateCode();
    expect(normaliseCode(code)).toBe(code);
  });
});

describe('a code is the same code', () => {
  it.each([
    ['with white space around it', '  k7p2\t\r\n'],
    ['in capitals', 'K7P2'],
    ['in full-width letters', 'Ｋ７Ｐ２'],
    ['with a no-break space from a mail', '\u00a0k7p2&nbsp;'],
    ['with a byte order mark and a zero-width space', '\ufeffk7p2\u200b'],
    ['with decimal entities', '&#107;7p2'],
    ['with hexadecimal entities', '&#x6B;7p&#X32;'],
  ])('%s', (_, input) => {
    expect(normaliseCode(input)).toBe('k7p2');
  });

  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['a&unknown;b', 'a&unknown;b'],
    ['a&#0;b&#xD800;c&#1114112;', 'a&#0;b&#xd800;c&#1114112;'],
    ['9f1c-GUID-{A}', '9f1c-guid-{a}'],
    ['naïve ẞ', 'naïve ß'],
  ])('decodes what mail clients encode and nothing else: %s', (input, expected) => {
    expect(normaliseCode(input)).toBe(expected);
  });

  it('whether it was normalised once or twice', () => {
    for (const input of ['İ', 'ﬃ', 'Å', '&amp;amp;x', ' Ⅷ ']) {
      const once = normaliseCode(input) ?? '';
      expect(normaliseCode(once.replaceAll('&', '&amp;'))).toBe(once);
    }
  });
});

describe('what cannot be a code', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0'],
    ['one character too many', 'x'.repeat(longestCode + 1)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['ten million characters', '&#'.repeat(5_000_000)],
  ])('is undefined: %s', (_, input) => {
    expect(normaliseCode(input)).toBeUndefined();
  });

  it('is looked up like any other, by the hash of nothing', () => {
    expect(lookupHash('')).toBe(hashCode(''));
    expect(lookupHash('x'.repeat(10_000))).toBe(hashCode(''));
  });

  it('does not include the longest code there is', () => {
    expect(normaliseCode('x'.repeat(longestCode))).toHaveLength(longestCode);
  });
});

it('hashes to lower-case hexadecimal SHA-256 of the UTF-8 text', () => {
  expect(hashCode('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(lookupHash(' ABC ')).toBe(hashCode('abc'));
  expect(hashCode('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
