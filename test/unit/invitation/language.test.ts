import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from '../../../plugins/invitation/language.js';
import { localeOf, sameLanguage } from '../../../plugins/invitation/locale.js';

describe('the language of a mail', () => {
  it.each([
    ['their own', 1031, [1033, 1031], 1033, 1031],
    ['another form of their own: Swiss German → German', 2055, [1033, 1031], 1033, 1031],
    ['another form of their own: Spanish (traditional) → Spanish', 1034, [1033, 3082], 1033, 3082],
    ['the base language when theirs has no template', 1041, [1033, 1031], 1033, 1033],
    ['the base language when none is preferred', undefined, [1031, 1036], 1036, 1036],
    ['another form of the base language', 1041, [1031, 2057], 1033, 2057],
    ['whatever there is, the lowest first', 1041, [3082, 1031], 1033, 1031],
    ['the exact one before a cousin', 3084, [1036, 3084], 1033, 3084],
    ['not Serbian for Croatian, though Windows counts them as one', 1050, [2074, 1033], 1033, 1033],
    ['a cousin of a language that is not in the table', 0x0c01, [1025, 1033], 1033, 1025],
  ])('is %s', (_, preferred, available, base, expected) => {
    expect(chooseLanguage(preferred, available, base)).toBe(expected);
  });

  it('is none when there is no template', () => {
    expect(chooseLanguage(1033, [], 1033)).toBeUndefined();
  });
});

describe('locales', () => {
  it.each([
    [1033, 'en-US'],
    [1031, 'de-DE'],
    [3082, 'es-ES'],
    [99999, 'en-US'],
  ])('of %i is %s', (lcid, tag) => {
    expect(localeOf(lcid)).toBe(tag);
  });

  it('tell forms of one language from different languages', () => {
    expect(sameLanguage(1036, 3084)).toBe(true);
    expect(sameLanguage(1036, 1033)).toBe(false);
  });
});
