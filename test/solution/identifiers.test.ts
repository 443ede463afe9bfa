import { basename, join, sep } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { descendants, formsOf, root, source, tables, value, viewsOf } from './source.js';

const guid = /^\{[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });

const formTypes = ['main', 'quickCreate'];
const allForms = (table: string) => formTypes.flatMap((type) => formsOf(table, type));

/** Every place where the solution gives something an identifier of its own. */
const given: readonly string[] = [
  ...[...tables.keys()].flatMap((table) => [
    ...viewsOf(table).flatMap((view) => descendants(view, 'savedqueryid').map((id) => id.textContent ?? '')),
    ...allForms(table).flatMap((form) => [
      ...descendants(form, 'formid').map((id) => id.textContent ?? ''),
      ...['header', 'tab', 'section', 'cell'].flatMap((part) =>
        descendants(form, part).map((element) => value(element, 'id')),
      ),
      ...descendants(form, 'control')
        .map((control) => value(control, 'uniqueid'))
        .filter((id) => id !== ''),
      ...descendants(form, 'Library').map((library) => value(library, 'libraryUniqueId')),
      ...descendants(form, 'Handler').map((handler) => value(handler, 'handlerUniqueId')),
    ]),
  ]),
  ...descendants(root('Templates', 'EmailTemplates.xml'), 'templateid').map((id) => id.textContent ?? ''),
  ...descendants(root('Other', 'FieldSecurityProfiles.xml'), 'FieldSecurityProfile').map((profile) =>
    value(profile, 'fieldsecurityprofileid'),
  ),
  ...['Invitation Manager', 'Invitation Reader', 'Invitation Service'].map((role) =>
    value(root('Roles', `${role}.xml`), 'id'),
  ),
];

describe('identifiers', () => {
  it('are random GUIDs in lower case and braces', () => {
    expect(given.length).toBeGreaterThan(100);
    for (const id of given) expect(id).toMatch(guid);
  });

  it('are given once', () => {
    expect(given.filter((id, index) => given.indexOf(id) !== index)).toEqual([]);
  });

  it('name the files of forms, views and template folders', () => {
    const named = files
      .flatMap((file) => file.split(sep))
      .filter((part) => part.startsWith('{'))
      .map((part) => basename(part, '.xml'));
    const withFile = given.filter((id) => named.includes(id));
    expect(new Set(withFile)).toEqual(new Set(named));
    for (const table of tables.keys()) {
      for (const [folder, element, roots] of [
        ['SavedQueries', 'savedqueryid', viewsOf(table)],
        ...formTypes.map((type) => [join('FormXml', type), 'formid', formsOf(table, type)] as const),
      ] as const) {
        const stems = files
          .filter((file) => file.startsWith(join('Entities', table, folder) + sep))
          .map((file) => basename(file, '.xml'));
        expect(
          roots.flatMap((xml) => descendants(xml, element).map((id) => id.textContent ?? '')).sort(),
        ).toEqual(stems.sort());
      }
    }
  });

  it('never are object type codes, which differ from environment to environment', () => {
    for (const file of files.filter((name) => name.endsWith('.xml'))) {
      const xml = readFileSync(join(source, file), 'utf8');
      expect(xml).not.toMatch(/ObjectTypeCode>|\bobject="|\betc="/i);
    }
  });

  it('are the same in a role and in its file name', () => {
    for (const file of files.filter((name) => name.startsWith(`Roles${sep}`)))
      expect(value(root(file), 'name')).toBe(basename(file, '.xml'));
  });
});
