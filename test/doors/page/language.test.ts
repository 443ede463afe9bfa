import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from '../../../plugins/doors/page/language/chooseLanguage.js';
import { languageOf } from '../../../plugins/doors/page/language/languages.js';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { ownTexts, textsOf } from '../../../plugins/doors/page/language/texts/textsOf.js';
import { dayInWords, waitInWords, zoneInWords } from '../../../plugins/doors/page/view/inWords.js';

const braces = (text: string): readonly string[] => [...(text.match(/\{\w*\}?/g) ?? [])].sort();

describe('the words of the page', () => {
  it.each(Object.entries(ownTexts))('are all there in %s, with the same braces as in English', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect([key, text.trim()]).toEqual([key, text]);
      expect([key, text]).not.toEqual([key, '']);
      expect([key, ...braces(text)]).toEqual([key, ...braces(english[key as keyof typeof english])]);
    }
  });

  it.each(['de', 'fr', 'es'] as const)('of a sentence are in %s no English ones', (language) => {
    const same = Object.entries(ownTexts[language])
      .filter(([key, text]) => text.includes(' ') && text === english[key as keyof typeof english])
      .map(([key]) => key);
    expect(same).toEqual([]);
  });

  it('are the brand’s own where it has some', () => {
    const texts = textsOf('de', {
      texts: { de: { accept: 'Mitmachen', unknown: 'x' }, en: { help: 'Aid' } },
    });
    expect(texts.accept).toBe('Mitmachen');
    expect(texts.help).toBe('Hilfe');
    expect(texts).not.toHaveProperty('unknown');
  });
});

describe('the language', () => {
  it.each([
    ['the one chosen', 'fr', 'de,en;q=0.5', 'fr', 'fr'],
    ['the first one asked for', undefined, 'de-AT,de;q=0.9,en;q=0.5', 'de', 'de-AT'],
    ['the best liked one', undefined, 'en;q=0.5, es-MX;q=0.9', 'es', 'es-MX'],
    ['the first that is spoken', undefined, 'it-IT,pt;q=0.8,fr-CA;q=0.7', 'fr', 'fr-CA'],
    ['English, when none is spoken', undefined, 'it,ja', 'en', 'en'],
    ['English, when nothing is said', undefined, undefined, 'en', 'en'],
    ['never one that is refused', undefined, 'de;q=0,es;q=0.1', 'es', 'es'],
    ['the region of the chosen one', 'en', 'de,en-GB;q=0.5', 'en', 'en-GB'],
    ['not led astray by nonsense', undefined, '*;q=1,<script>,de-u-ca-buddhist,x;q=y,es', 'es', 'es'],
  ] as const)('is %s', (_, chosen, header, language, locale) => {
    expect(chooseLanguage(chosen, header)).toEqual({ language, locale });
  });

  it.each([
    ['de', 'de'],
    ['DE-at', 'de'],
    ['fr-FR', 'fr'],
    ['it', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('of the tag %s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('in the words of the reader', () => {
  it.each([
    ['en-US', 'Friday, December 4, 2026'],
    ['en-GB', '4 December 2026'],
    ['de', 'Freitag, 4. Dezember 2026'],
    ['fr', 'vendredi 4 décembre 2026'],
    ['es', 'viernes, 4 de diciembre de 2026'],
  ])('a day is in %s %s, wherever the server stands', (locale, day) => {
    expect(dayInWords('2026-12-04', locale)).toContain(day);
  });

  it.each([
    ['Europe/Berlin', '2026-12-04', 'de', 'Mitteleuropäische Normalzeit'],
    ['Europe/Berlin', '2026-07-04', 'de', 'Mitteleuropäische Sommerzeit'],
    ['UTC', '2026-12-04', 'en', 'Coordinated Universal Time'],
  ])('the zone %s is named on %s', (zone, day, locale, name) => {
    expect(zoneInWords(zone, day, locale)).toBe(name);
  });

  it.each([
    [0, '1 second'],
    [45, '45 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
    [600, '10 minutes'],
  ])('%d seconds to wait are %s', (seconds, words) => {
    expect(waitInWords(seconds, 'en')).toBe(words);
  });
});
