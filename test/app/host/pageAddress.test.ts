import { describe, expect, it } from '@jest/globals';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { Page } from '../../../sandbox/app/client/host/host.js';
import { addressOf } from '../../../sandbox/app/client/host/pageAddress.js';
import { aColumn, aDefinition, aFieldCell, aForm, aLookup, aTable, guid } from '../definition.js';
import { aPlatform } from '../platform.js';

const columns = [
  aColumn('birthdate', { type: 'datetime', dateBehavior: 1 }),
  aColumn('vip', { type: 'bit' }),
  aColumn('topics', {
    type: 'multiselectpicklist',
    options: [
      { value: 1, label: 'A' },
      { value: 3, label: 'C' },
    ],
  }),
  aLookup('accountid', ['account']),
  aLookup('customerid', ['account', 'contact'], { type: 'customer' }),
];
const cells = ['name', ...columns.map(({ logicalName }) => logicalName)].map((name) => aFieldCell(name));
const definition = aDefinition({
  tables: [aTable('contact', { columns, forms: [aForm('contact', { cells })] }), aTable('account')],
  siteMap: [
    {
      id: 'area',
      title: 'Area',
      groups: [
        { id: 'group', title: 'Group', subAreas: [{ id: 'accounts', title: 'Accounts', table: 'account' }] },
      ],
    },
  ],
});
const row = { id: guid(7), name: 'Fabrikam & Söhne', table: 'account' };

describe('an address', () => {
  it('is written as the real app writes it', () => {
    expect(
      addressOf(definition, { pageType: 'entityrecord', table: 'contact', id: guid(1), formId: guid(2) }),
    ).toBe(
      `/main.aspx?appid=${definition.app.id}&pagetype=entityrecord&etn=contact&id=${guid(1)}&formid=${guid(2)}`,
    );
  });

  const pages: readonly Page[] = [
    { pageType: 'entitylist', table: 'contact' },
    { pageType: 'entitylist', table: 'contact', viewId: guid(3) },
    { pageType: 'dashboard' },
    { pageType: 'dashboard', id: guid(4) },
    { pageType: 'entityrecord', table: 'contact' },
    { pageType: 'entityrecord', table: 'contact', id: guid(1), formId: guid(2) },
    { pageType: 'entityrecord', table: 'contact', values: { name: 'A & B = C', vip: true } },
    { pageType: 'entityrecord', table: 'contact', values: { topics: [1, 3], accountid: [row] } },
    { pageType: 'entityrecord', table: 'contact', values: { customerid: [row] } },
    { pageType: 'entityrecord', table: 'contact', values: { birthdate: new Date('2026-11-23T10:00:00Z') } },
  ];
  it.each(pages)('that was written for %j is read as the same page', (page) => {
    const host = createHost(definition, aPlatform({ address: addressOf(definition, page) }));
    expect(host.navigation.page.value).toEqual(page);
  });

  it('may have ids in any spelling', () => {
    const address = `/main.aspx?pagetype=entityrecord&etn=contact&id={${guid(0xab).toUpperCase()}}`;
    expect(createHost(definition, aPlatform({ address })).navigation.page.value).toMatchObject({
      id: guid(0xab),
    });
  });

  it.each(['/main.aspx', '/main.aspx?appid=1', '/'])(
    'that names no page (%s) shows the first list',
    (address) => {
      const host = createHost(definition, aPlatform({ address }));
      expect([host.navigation.page.value, host.dialogs.open.value]).toEqual([
        { pageType: 'entitylist', table: 'account' },
        [],
      ]);
    },
  );

  it.each([
    ['an unknown table', 'pagetype=entitylist&etn=nothing', 'nothing'],
    ['an unknown kind of page', 'pagetype=custom&etn=contact', 'not emulated: a page of type custom'],
    [
      'an unknown parameter',
      `pagetype=entityrecord&etn=contact&extraqs=${encodeURIComponent('colour=red')}`,
      'colour',
    ],
  ])('with %s shows an error and the first list', (_, query, words) => {
    const host = createHost(definition, aPlatform({ address: `/main.aspx?${query}` }));
    expect(host.navigation.page.value).toEqual({ pageType: 'entitylist', table: 'account' });
    expect(host.dialogs.open.value).toMatchObject([
      { kind: 'error', options: { message: expect.stringContaining(words) as unknown } },
    ]);
  });
});
