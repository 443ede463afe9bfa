import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../../scripts/solution/entries.js';
import { child, readXml, text } from '../../scripts/solution/xml.js';
import {
  allColumns,
  chartsOf,
  dashboards,
  descendants,
  formsOf,
  relationships,
  root,
  source,
  tables,
  value,
  viewsOf,
} from './source.js';

/** Something that people meet, with its place for messages. Its `Descriptions` are what the app shows as help. */
type Described = readonly [place: string, element: Element];

const choices: readonly Described[] = entries(join(source, 'OptionSets')).map((file) => {
  const choice = readXml(file);
  return [value(choice, 'Name'), choice];
});
const optionsOf = ([place, parent]: Described, item: string): readonly Described[] =>
  descendants(parent, item).map((option) => [`${place} ${value(option, 'value')}`, option]);
const inFiles = (files: readonly Element[], name: string, id: string): readonly Described[] =>
  files
    .flatMap((file) => (file.nodeName === name ? [file] : descendants(file, name)))
    .map((element) => [text(element, id), element]);
const tableNames = [...tables.keys()];

const kinds: Readonly<Record<string, readonly Described[]>> = {
  tables: [...tables],
  columns: allColumns,
  choices,
  options: choices.flatMap((choice) => optionsOf(choice, 'option')),
  'status reasons': allColumns.flatMap((column) => optionsOf(column, 'status')),
  forms: inFiles(
    [
      ...tableNames.flatMap((table) => [...formsOf(table), ...formsOf(table, 'quickCreate')]),
      ...formsOf('Contact', 'quick'),
    ],
    'systemform',
    'formid',
  ),
  views: inFiles(tableNames.flatMap(viewsOf), 'savedquery', 'savedqueryid'),
  charts: inFiles(tableNames.flatMap(chartsOf), 'visualization', 'savedqueryvisualizationid'),
  dashboards: inFiles(dashboards, 'Dashboard', 'FormId'),
  apps: inFiles([root('AppModules', 'inv_ContactInvitations', 'AppModule.xml')], 'AppModule', 'UniqueName'),
};

const languages = ['1033', '1036', '1031', '3082'];
const words = (list: Element | undefined): ReadonlyMap<string, string> =>
  new Map(
    (list ? descendants(list, '*') : []).map((item) => [
      value(item, 'languagecode'),
      value(item, 'description'),
    ]),
  );
const namesOf = (element: Element): ReadonlyMap<string, string> =>
  words(['LocalizedNames', 'displaynames', 'labels'].map((list) => child(element, list)).find(Boolean));

/** What is wrong with a help text; empty when nothing is. */
function complaint(element: Element, descriptions: ReadonlyMap<string, string>): string {
  const names = namesOf(element);
  if ([...descriptions.keys()].join() !== languages.join()) return 'not in the four languages';
  if (![...descriptions.values()].every((description) => /\S.*\.$/.test(description)))
    return 'not a sentence';
  const repeated = [...descriptions].some(
    ([language, description]) => description.slice(0, -1) === names.get(language),
  );
  return repeated ? 'says its name again' : '';
}

describe('help texts of', () => {
  it.each(Object.entries(kinds))(
    '%s are there in every language, and say more than the name',
    (_kind, all) => {
      expect(all).not.toEqual([]);
      const wrong = all
        .map(([place, element]) => [place, complaint(element, words(child(element, 'Descriptions')))])
        .filter(([, found]) => found !== '');
      expect(wrong).toEqual([]);
    },
  );

  // Those between many and many have no description in the customizations format.
  it('relationships between one and many are there in every language', () => {
    const lookups = relationships.filter(
      (relationship) => text(relationship, 'EntityRelationshipType') === 'OneToMany',
    );
    expect(lookups).not.toEqual([]);
    const wrong = lookups
      .map((relationship) => [
        value(relationship, 'Name'),
        complaint(relationship, words(child(relationship, 'RelationshipDescription', 'Descriptions'))),
      ])
      .filter(([, found]) => found !== '');
    expect(wrong).toEqual([]);
  });
});
