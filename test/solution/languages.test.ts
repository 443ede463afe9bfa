import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Element } from '@xmldom/xmldom';
import { descendants, root, source, value } from './source.js';

const english = '1033';
const translations = ['1036', '1031', '3082'] as const;
const languages = [english, ...translations];

/** English texts that are the same in the other language. */
const same: Readonly<Record<(typeof translations)[number], readonly string[]>> = {
  1036: [
    'Active',
    'Contact',
    'Contacts',
    'Description',
    'Inactive',
    'Invitation',
    'Invitations',
    'Local',
    'Service',
    'Source',
    'Type',
  ],
  1031: ['Administrator', 'Dashboards', 'Details', 'Name', 'Normal', 'Person', 'SLA', 'Service', 'Status'],
  3082: ['CC', 'General', 'Local', 'No', 'Normal', 'SLA'],
};

/** English texts whose translation agrees with a noun, of another gender or number from place to place. */
const agreeing = ['Active', 'Completed', 'Inactive', 'Not sent yet.'];

/** Elements that list one text in several languages; those of environment variables have the names of others' items. */
const names =
  /^(LocalizedNames|LocalizedCollectionNames|displaynames|Descriptions|labels|CustomLabels|Titles)$/;

/** The titles in a chart's presentation say how its name is drawn, and hold no text. */
const isList = (element: Element): boolean =>
  names.test(element.nodeName) && element.parentNode?.nodeName !== 'Chart';

/** A site map writes `<Title LCID="1033" Title="Contacts" />`, everything else `<… languagecode="1033" description="Contacts" />`. */
const language = (label: Element): string => value(label, 'languagecode') || value(label, 'LCID');
const words = (label: Element): string => value(label, 'description') || value(label, 'Title');

const elements = (list: Element): readonly Element[] =>
  Array.from(list.childNodes).filter((node): node is Element => 'getAttribute' in node);

/** One text: where it stands, and its words by language in the order of the file. */
interface Text {
  readonly place: string;
  readonly words: readonly (readonly [language: string, words: string])[];
}

/** Left out: email templates and string tables, which have a file for each language. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.xml') && !/^(Templates|WebResources)\b/.test(path))
  .sort();

const texts: readonly Text[] = files.flatMap((file) =>
  descendants(root(file), '*')
    .filter((element) => isList(element) || elements(element).some((label) => language(label)))
    .map((list) => ({
      place: `${file} ${list.nodeName}`,
      words: elements(list).map((label) => [language(label), words(label)] as const),
    })),
);

const inLanguage = (text: Text, code: string): string =>
  text.words.find(([found]) => found === code)?.[1] ?? '';

describe('the texts of the solution', () => {
  it('are in English, French, German and Spanish, in this order, once each', () => {
    const wrong = texts.filter(({ words: found }) => found.map(([code]) => code).join() !== languages.join());
    expect(wrong).toEqual([]);
  });

  it('stand in every kind of file that has any', () => {
    const folders = new Set(texts.map(({ place }) => place.split('/')[0]));
    expect([...folders].sort()).toEqual([
      'AppModuleSiteMaps',
      'AppModules',
      'Dashboards',
      'Entities',
      'OptionSets',
      'Other',
      'environmentvariabledefinitions',
    ]);
  });

  it('are nowhere empty, and have no spaces around them', () => {
    const wrong = texts.filter(({ words: found }) =>
      found.some(([, word]) => word === '' || word !== word.trim()),
    );
    expect(wrong).toEqual([]);
  });

  it.each(translations)('in %s differ from English, but for the words that are the same', (code) => {
    const untranslated = texts
      .map((text) => [inLanguage(text, english), inLanguage(text, code)] as const)
      .filter(([original, translated]) => original === translated);
    expect([...new Set(untranslated.map(([original]) => original))].sort()).toEqual(same[code]);
  });

  it.each(translations)('in %s say the same thing the same way everywhere', (code) => {
    const byEnglish = new Map<string, Set<string>>();
    for (const text of texts) {
      const original = inLanguage(text, english);
      const found = byEnglish.get(original) ?? new Set<string>();
      byEnglish.set(original, found.add(inLanguage(text, code)));
    }
    const several = [...byEnglish].filter(
      ([original, found]) => found.size > 1 && !agreeing.includes(original),
    );
    expect(several.map(([original, found]) => [original, ...found])).toEqual([]);
  });

  it('are declared as the languages of the solution', () => {
    const declared = descendants(root('Other', 'Customizations.xml'), 'Language');
    expect(declared.map(({ textContent }) => textContent).sort()).toEqual([...languages].sort());
  });
});
