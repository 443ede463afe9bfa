import { describe, expect, it } from '@jest/globals';
import * as service from '../../plugins/invitation/code.js';
import { generateCode, hashCode, isFit, normaliseCode } from '../../webresources/rules/code.js';

/** What people type and paste, and what mail clients make of it. */
const inputs = [
  'abcdefghijkl',
  'ABCdef-123_456',
  '  padded-code-123\t',
  '\u200b\ufeffhidden-edges-12\u2060',
  'a&amp;b&#x41;&#66;&quot;c&nbsp;',
  '&#0;&#xd800;&#1114112;&unknown;&LT;',
  'ＦＵＬＬ-ｗｉｄｔｈ-１２３',
  'ﬁligree-ligature',
  'İstanbul-Straße-ΣΑΣ',
  'e\u0301-and-\u00e9',
  '',
  '   ',
  'x'.repeat(200),
  'x'.repeat(201),
  `${'&#x41;'.repeat(200)}`,
  'y'.repeat(2001),
  '🎟️-ticket-ticket',
];

describe('codes in the browser', () => {
  it.each(inputs)('read %j as the service does', async (input) => {
    const normalised = normaliseCode(input);
    expect(normalised).toBe(service.normaliseCode(input));
    expect(await hashCode(normalised ?? '')).toBe(service.lookupHash(input));
  });

  it('have 26 letters of the alphabet of the service, drawn anew each time', () => {
    const codes = Array.from({ length: 200 }, generateCode);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(new Set(codes).size).toBe(codes.length);
    // 5200 letters of 32: one that never comes up would be left out of the alphabet.
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it('are fit when they are generated, here or by the service', () => {
    for (const code of [generateCode(), service.generateCode()]) {
      expect(normaliseCode(code)).toBe(code);
      expect(isFit(code)).toBe(true);
    }
  });

  it.each([
    ['welcome-2026', true],
    ['a.b_c~d-e123', true],
    ['x'.repeat(195) + 'abcde', true],
    ['short-12345', false],
    ['aaaaaaaaaaaa', false],
    ['abcdabcdabcd', false],
    ['with space 12', false],
    ['plus+equals=12', false],
    ['percent%20code', false],
    ['äöüäöüß-12345', false],
  ])('%s is fit to be set: %s', (code, fit) => {
    expect(isFit(code)).toBe(fit);
  });

  it('that are fit are read by the service unchanged', () => {
    for (const code of ['welcome-2026', 'a.b_c~d-e123']) expect(service.normaliseCode(code)).toBe(code);
  });
});
