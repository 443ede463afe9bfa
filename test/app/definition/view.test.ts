import { describe, expect, it } from '@jest/globals';
import { readView } from '../../../sandbox/app/definition/view/readView.js';
import { baseCatalogue, english, german } from './solutions.js';

const layout = (cells: string) =>
  `<grid name="resultset"><row name="result" id="accountid">${cells}</row></grid>`;

const view = (cells: string, fetch = '<attribute name="name" />') => ({
  id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0201',
  table: 'account',
  labels: { 1033: 'Some Accounts', 1031: 'Einige Firmen' },
  queryType: 0,
  isDefault: true,
  isQuickFind: false,
  fetchXml: `<fetch><entity name="account">${fetch}</entity></fetch>`,
  layoutXml: layout(cells),
});

const primaryContact =
  '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="pc"><attribute name="emailaddress1" /><link-entity name="systemuser" from="systemuserid" to="ownerid" alias="boss" /></link-entity>';

describe('a view', () => {
  it('is called by its name in the language of the user, and keeps its query', () => {
    const source = view('');
    expect(readView(source, baseCatalogue, german)).toEqual({
      id: source.id,
      name: 'Einige Firmen',
      table: 'account',
      queryType: 0,
      isDefault: true,
      fetchXml: source.fetchXml,
      columns: [],
      quickFindColumns: [],
    });
  });

  it('has its columns with labels, widths and whether one can sort by them', () => {
    const source = view(
      '<cell name="name" width="300" /><cell name="primarycontactid" disableSorting="1" />',
    );
    expect(readView(source, baseCatalogue, german).columns).toEqual([
      { name: 'name', label: 'Firmenname', width: 300, isSortable: true, table: 'account', column: 'name' },
      {
        name: 'primarycontactid',
        label: 'Primärer Kontakt',
        width: 100,
        isSortable: false,
        table: 'account',
        column: 'primarycontactid',
      },
    ]);
  });

  it('cannot be sorted by a column that holds several parties', () => {
    const source = { ...view('<cell name="to" /><cell name="subject" />'), table: 'email' };
    expect(readView(source, baseCatalogue, english).columns.map(({ isSortable }) => isSortable)).toEqual([
      false,
      true,
    ]);
  });

  it('finds the columns of linked tables through their alias, however deep', () => {
    const source = view(
      '<cell name="pc.emailaddress1" width="200" /><cell name="boss.fullname" />',
      primaryContact,
    );
    expect(readView(source, baseCatalogue, english).columns).toMatchObject([
      {
        name: 'pc.emailaddress1',
        label: 'Email (Primary Contact)',
        table: 'contact',
        column: 'emailaddress1',
      },
      { name: 'boss.fullname', label: 'Full Name (Owner)', table: 'systemuser', column: 'fullname' },
    ]);
  });

  it('calls a link from the other side by its table', () => {
    const fetch = '<link-entity name="contact" from="parentcustomerid" to="accountid" alias="c" />';
    const source = view('<cell name="c.fullname" />', fetch);
    expect(readView(source, baseCatalogue, german).columns[0]?.label).toBe('Vollständiger Name (Kontakt)');
  });

  it.each([
    '<cell name="name" ishidden="1" />',
    '<cell name="new_unknown" />',
    '<cell name="nobody.name" />',
  ])('leaves out %s', (cell) => {
    expect(readView(view(cell), baseCatalogue, english).columns).toEqual([]);
  });

  it.each([
    '<filter type="or" isquickfindfields="1"><condition attribute="name" operator="like" value="{0}" /><condition attribute="accountnumber" operator="like" value="{0}" /></filter>',
    '<filter type="and"><condition attribute="statecode" operator="eq" value="0" /><filter type="or" isquickfindfields="true"><condition attribute="name" operator="like" value="{0}" /><condition attribute="accountnumber" operator="like" value="{0}" /></filter></filter>',
  ])('says which columns a quick find searches', (filter) => {
    expect(readView(view('', filter), baseCatalogue, english).quickFindColumns).toEqual([
      'name',
      'accountnumber',
    ]);
  });

  it('may have no layout', () => {
    expect(readView({ ...view(''), layoutXml: '' }, baseCatalogue, english).columns).toEqual([]);
  });
});
