import { describe, expect, it } from '@jest/globals';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import type { Column } from '../../../sandbox/dataverse/metadata/model.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import type { ColumnValue } from '../../../sandbox/dataverse/storage/columns.js';
import {
  isPolymorphic,
  physicalColumns,
  quote,
  toStored,
} from '../../../sandbox/dataverse/storage/columns.js';
import { fold } from '../../../sandbox/dataverse/storage/fold.js';
import { baseFolder } from '../metadata/folders.js';

const catalogue = createCatalogue([rememberedSolution(baseFolder)]);

function columnOf(path: string): Column {
  const [table = '', name = ''] = path.split('.');
  const column = catalogue.table(table).columns.get(name);
  if (column === undefined) throw new Error(`no column ${path}`);
  return column;
}

/** A choice column of many values: the base tables have none. */
const several: Column = {
  ...columnOf('contact.gendercode'),
  logicalName: 'several',
  type: 'multiselectpicklist',
};

describe('physical columns', () => {
  it.each([
    ['contact.contactid', ['contactid']],
    ['contact.lastname', ['lastname', 'lastname$fold']],
    ['contact.description', ['description']],
    ['contact.parentcustomerid', ['parentcustomerid', 'parentcustomerid$type']],
    ['contact.ownerid', ['ownerid', 'ownerid$type']],
    ['contact.owninguser', ['owninguser']],
    ['email.regardingobjectid', ['regardingobjectid', 'regardingobjectid$type']],
    ['email.to', []],
  ])('of %s are %j', (path, expected) => {
    expect(physicalColumns(columnOf(path))).toEqual(expected);
  });

  it('quote any name', () => {
    expect(quote('a"b')).toBe('"a""b"');
  });
});

describe('polymorphic lookups', () => {
  it.each([
    ['contact.parentcustomerid', true],
    ['contact.ownerid', true],
    ['activityparty.partyid', true],
    ['contact.createdby', false],
    ['contact.lastname', false],
  ])('%s: %s', (path, expected) => {
    expect(isPolymorphic(columnOf(path))).toBe(expected);
  });
});

describe('stored values', () => {
  it.each<[string, ColumnValue, object]>([
    ['contact.lastname', 'Müller', { lastname: 'Müller', lastname$fold: 'muller' }],
    ['contact.lastname', '', { lastname: null, lastname$fold: null }],
    ['contact.lastname', null, { lastname: null, lastname$fold: null }],
    [
      'contact.contactid',
      'ABCDEF00-0000-4000-8000-000000000001',
      { contactid: 'abcdef00-0000-4000-8000-000000000001' },
    ],
    ['contact.owninguser', { table: 'systemuser', id: 'AB' }, { owninguser: 'ab' }],
    ['contact.owninguser', 'AB', { owninguser: 'ab' }],
    ['contact.ownerid', { table: 'team', id: 'AB' }, { ownerid: 'ab', ownerid$type: 'team' }],
    ['contact.ownerid', null, { ownerid: null, ownerid$type: null }],
    ['contact.donotemail', true, { donotemail: 1 }],
    ['contact.donotemail', false, { donotemail: 0 }],
    ['contact.birthdate', '1980-02-29', { birthdate: '1980-02-29' }],
    ['contact.birthdate', '1980-02-29T23:00:00Z', { birthdate: '1980-02-29' }],
    ['contact.createdon', '2026-01-31T10:00:00.987Z', { createdon: '2026-01-31T10:00:00Z' }],
    ['contact.createdon', '2026-01-31T10:00:00+02:00', { createdon: '2026-01-31T08:00:00Z' }],
    ['contact.createdon', '2026-01-31T10:00:00', { createdon: '2026-01-31T10:00:00Z' }],
    ['contact.createdon', new Date(0), { createdon: '1970-01-01T00:00:00Z' }],
    ['contact.creditlimit', 12.5, { creditlimit: 12.5 }],
    ['email.to', [1], {}],
  ])('of %s for %j', (path, value, expected) => {
    expect(toStored(columnOf(path), value)).toEqual(expected);
  });

  it.each<[ColumnValue, object]>([
    [[3, 1, 3], { several: ',1,3,' }],
    ['10, 2', { several: ',2,10,' }],
    [5, { several: ',5,' }],
    [[], { several: null }],
  ])('of several choices %j', (value, expected) => {
    expect(toStored(several, value)).toEqual(expected);
  });

  it.each<[string, ColumnValue, string]>([
    ['contact.lastname', 1, "Column 'lastname' (nvarchar) takes text."],
    ['contact.numberofchildren', '1', "Column 'numberofchildren' (int) takes a number."],
    ['contact.ownerid', 'ab', "Column 'ownerid' (owner) takes a reference to a row."],
    ['contact.createdon', 5, "Column 'createdon' (datetime) takes a date."],
    ['contact.createdon', 'soon', "'soon' is no date."],
  ])('of %s are refused for %j', (path, value, message) => {
    expect(() => toStored(columnOf(path), value)).toThrow(new TypeError(message));
  });
});

describe('folded text', () => {
  it.each([
    ['José', 'JOSE'],
    ['Ångström', 'angstrom'],
    ['cafe\u0301', 'CAFÉ'],
  ])('%s compares as %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps different words apart', () => {
    expect(fold('Muller')).not.toBe(fold('Miller'));
  });
});
