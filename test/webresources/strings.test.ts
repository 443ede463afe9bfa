import { describe, expect, it } from '@jest/globals';
import { languages } from '../../webresources/strings/languages.js';
import { readXml, children, text } from '../../scripts/solution/xml.js';
import { shipped } from './sources.js';

const base = languages.get(1033);
const tables = [...languages];
const placesIn = (value: string): readonly string[] =>
  [...value.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

describe('texts', () => {
  it('are in English, French, German and Spanish', () => {
    expect(tables.map(([language]) => language)).toEqual([1033, 1036, 1031, 3082]);
  });

  it.each(tables)('in %i say something, with the places of the base language', (_language, strings) => {
    for (const [key, value] of Object.entries(strings)) {
      expect(`${key}: ${value.trim()}`).toBe(`${key}: ${value}`);
      expect(value).not.toBe('');
      expect([key, placesIn(value)]).toEqual([key, placesIn(base?.[key as keyof typeof base] ?? '')]);
    }
  });

  it.each(tables.filter(([language]) => language !== 1033))('in %i are translated', (_language, strings) => {
    const same = Object.entries(strings).filter(([key, value]) => value === base?.[key as keyof typeof base]);
    expect(same).toEqual([]);
  });
});

describe('string tables', () => {
  it.each(tables)('hold the texts in %i as RESX', (language, strings) => {
    const file = readXml(shipped(`inv_/strings/Invitations.${language}.resx`));
    const data = children(file, 'data').map(
      (element) => [element.getAttribute('name'), text(element, 'value')] as const,
    );
    expect(new Map(data)).toEqual(new Map(Object.entries(strings)));
    const headers = children(file, 'resheader').map((element) => element.getAttribute('name'));
    expect(headers).toEqual(['resmimetype', 'version', 'reader', 'writer']);
  });
});
