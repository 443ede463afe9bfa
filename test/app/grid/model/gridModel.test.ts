import { describe, expect, it } from '@jest/globals';
import {
  createGridModel,
  type GridOptions,
} from '../../../../sandbox/app/client/grid/model/createGridModel.js';
import { createHost } from '../../../../sandbox/app/client/host/createHost.js';
import { aDefinition, aLookup, aOneToMany, aTable, aView, guid } from '../../definition.js';
import { anError, aPlatform, type Server, type ServerAnswer } from '../../platform.js';

const formatted = '@OData.Community.Display.V1.FormattedValue';
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

const activeView = aView('contact', { columns: ['fullname', 'a.city'] });
const otherView = aView('contact', { id: guid(2), name: 'Others', isDefault: false, columns: ['fullname'] });
const associatedView = aView('contact', {
  id: guid(3),
  name: 'Associated',
  queryType: 2,
  columns: ['fullname'],
});
const contact = aTable('contact', {
  primaryName: 'fullname',
  columns: [aLookup('accountid', ['account'])],
  views: [otherView, activeView, associatedView],
});
const definition = aDefinition({ tables: [contact, aTable('account'), aTable('activitypointer')] });

const page = (names: readonly string[], parts: Readonly<Record<string, unknown>> = {}): ServerAnswer => ({
  body: {
    value: names.map((fullname, index) => ({ contactid: guid(index + 1), fullname })),
    '@Microsoft.Dynamics.CRM.totalrecordcount': names.length,
    ...parts,
  },
});

/** The list and what it asked the server. */
function open(server: Server = () => page(['Ann', 'Bob', 'Cid']), parts: Partial<GridOptions> = {}) {
  const queries: string[] = [];
  const host = createHost(
    definition,
    aPlatform({
      server: (request) => {
        queries.push(request.path.slice(request.path.indexOf('=') + 1));
        return server(request);
      },
    }),
  );
  const model = createGridModel(host, {
    table: contact,
    place: 'HomepageGrid',
    name: 'entitylist',
    visit: host.navigation.visit(),
    ...parts,
  });
  return { host, model, queries, last: () => queries.at(-1) ?? '' };
}
const names = (model: ReturnType<typeof open>['model']) => model.rows.value.map(({ name }) => name);

describe('a list', () => {
  it('reads the first page of its default view at once', async () => {
    const { model, queries } = open();
    expect(model.isLoading.value).toBe(true);
    await model.settled();
    expect([model.isLoading.value, names(model), model.totalCount.value, model.view.value.name]).toEqual([
      false,
      ['Ann', 'Bob', 'Cid'],
      3,
      'Active contacts',
    ]);
    expect(queries).toEqual([
      expect.stringMatching(/^<fetch count="50" page="1" returntotalrecordcount="true">/),
    ]);
  });

  it.each([
    ['the view that is asked for', guid(2), 'Others', 2],
    ['a view of another kind that is asked for, and offers it', guid(3), 'Associated', 3],
    ['the default view for an unknown one', guid(99), 'Active contacts', 2],
  ])('shows %s', (_, viewId, name, offered) => {
    const { model } = open(undefined, { viewId });
    expect([model.view.value.name, model.views.length]).toEqual([name, offered]);
  });

  it('shows a table without views by its name', async () => {
    const { model, last } = open(undefined, { table: aTable('account', { views: [] }) });
    await model.settled();
    expect(last()).toContain('<entity name="account"><attribute name="name"/>');
  });

  it('shows the rows that are related to its parent', async () => {
    const row = { id: guid(9), name: 'Fabrikam', table: 'account' };
    const { model, last } = open(undefined, {
      parent: { row, relationship: aOneToMany('contact', 'accountid') },
      filters: [
        {
          table: 'contact',
          filterXml: '<filter><condition attribute="statecode" operator="eq" value="0"/></filter>',
        },
        { table: 'account', filterXml: '<filter><condition attribute="none" operator="null"/></filter>' },
      ],
    });
    await model.settled();
    expect(last().match(/<condition [^>]*>/g)).toEqual([
      '<condition attribute="statecode" operator="eq" value="0"/>',
      `<condition attribute="accountid" operator="eq" value="${guid(9)}"/>`,
    ]);
  });

  it('shows what is formatted, lookups as rows that can be opened', async () => {
    const values = {
      contactid: guid(1),
      fullname: 'Ann',
      _accountid_value: guid(9),
      [`_accountid_value${formatted}`]: 'Fabrikam',
      [`_accountid_value${lookupTable}`]: 'account',
      statecode: 0,
      [`statecode${formatted}`]: 'Active',
      'a.owner': guid(8),
      [`a.owner${formatted}`]: 'Sam',
      [`a.owner${lookupTable}`]: 'systemuser',
      points: 5,
    };
    const view = aView('contact', {
      columns: ['fullname', 'accountid', 'statecode', 'a.owner', 'points', 'empty'],
    });
    const { model } = open(() => ({ body: { value: [values] } }), { views: [view] });
    await model.settled();
    expect(model.rows.value).toEqual([
      {
        id: guid(1),
        name: 'Ann',
        table: 'contact',
        values,
        cells: {
          fullname: { text: 'Ann' },
          accountid: { text: 'Fabrikam', row: { id: guid(9), name: 'Fabrikam', table: 'account' } },
          statecode: { text: 'Active' },
          'a.owner': { text: 'Sam', row: { id: guid(8), name: 'Sam', table: 'systemuser' } },
          points: { text: '5' },
          empty: { text: '' },
        },
      },
    ]);
    expect(model.totalCount.value).toBe(-1);
  });

  it('says of an activity which kind it is', async () => {
    const table = aTable('activitypointer', { primaryId: 'activityid', primaryName: 'subject' });
    const { model } = open(
      () => ({ body: { value: [{ activityid: guid(1), subject: 'Call', activitytypecode: 'phonecall' }] } }),
      { table },
    );
    await model.settled();
    expect(model.rows.value[0]).toMatchObject({ id: guid(1), name: 'Call', table: 'phonecall' });
  });
});

describe('what cannot be read', () => {
  it('is told, and gone when it can be read again', async () => {
    let isRefused = true;
    const { model } = open(() => (isRefused ? anError(403, '0x80040220', 'No right.') : page(['Ann'])));
    await model.settled();
    expect([model.error.value, names(model), model.isLoading.value]).toEqual(['No right.', [], false]);
    isRefused = false;
    await model.refresh();
    expect([model.error.value, names(model)]).toEqual([undefined, ['Ann']]);
  });

  it('may be the query itself', async () => {
    const { model, queries } = open(undefined, { views: [{ ...activeView, fetchXml: '<fetch/>' }] });
    await model.settled();
    expect([model.error.value, queries]).toEqual(['A query is a fetch with an entity.', []]);
  });
});

describe('a search', () => {
  it('starts with the first page, and nothing shows the view again', async () => {
    const { model, last } = open(() => page(['Ann'], { '@Microsoft.Dynamics.CRM.morerecords': true }));
    await model.settled();
    model.nextPage();
    model.search('Ann');
    await model.settled();
    expect([model.pageNumber.value, last().includes('value="Ann%"')]).toEqual([1, true]);
    model.search('');
    await model.settled();
    expect(last()).not.toContain('<condition');
  });

  it('is answered by its own rows, though an earlier one is answered later', async () => {
    const waiting: (() => void)[] = [];
    const { model } = open(async ({ path }) => {
      const wanted = /value="(\w+)%"/.exec(path)?.[1] ?? 'all';
      if (wanted === 'slow') await new Promise<void>((resolve) => waiting.push(resolve));
      return page([wanted]);
    });
    await model.settled();
    model.search('slow');
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const slow = model.settled();
    model.search('quick');
    await new Promise((resolve) => setImmediate(resolve));
    await model.settled();
    waiting.forEach((release) => release());
    await slow;
    await new Promise((resolve) => setImmediate(resolve));
    expect([names(model), model.isLoading.value]).toEqual([['quick'], false]);
  });

  it('is not shown when the page has been left meanwhile', async () => {
    const { host, model } = open();
    await host.navigation.open({ pageType: 'entitylist', table: 'account' });
    await model.settled();
    expect(names(model)).toEqual([]);
  });
});

describe('sorting', () => {
  it('begins with the order of the view', () => {
    expect(open().model.sort.value).toEqual({ column: 'fullname', descending: false });
  });

  it('goes by a column, the second time the other way round', async () => {
    const { model, last } = open();
    const [fullname, city] = model.view.value.columns;
    if (fullname === undefined || city === undefined) throw new Error('The view has two columns.');
    const orders = [];
    for (const column of [fullname, city, city]) {
      model.sortBy(column);
      await model.settled();
      orders.push(/<order[^>]*>/.exec(last())?.[0]);
    }
    expect(orders).toEqual([
      '<order attribute="fullname" descending="true"/>',
      '<order attribute="city" entityname="a" descending="false"/>',
      '<order attribute="city" entityname="a" descending="true"/>',
    ]);
  });

  it('by another view is that of the view, without the search', async () => {
    const { model } = open();
    model.search('Ann');
    model.selectView(guid(2));
    await model.settled();
    expect([model.view.value.name, model.searchText.value, model.sort.value]).toEqual([
      'Others',
      '',
      { column: 'fullname', descending: false },
    ]);
  });

  it('refuses a view that is not offered', () => {
    expect(() => open().model.selectView(guid(99))).toThrow(`The list has no view ${guid(99)}.`);
  });
});

describe('paging', () => {
  const cookie = `<cookie pagenumber="2" pagingcookie="${encodeURIComponent(
    encodeURIComponent('<cookie page="1"><contactid last="é"/></cookie>'),
  )}" istracking="False" />`;
  const server: Server = ({ path }) =>
    path.includes('page="1"')
      ? page(['Ann', 'Bob'], {
          '@Microsoft.Dynamics.CRM.morerecords': true,
          '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie': cookie,
        })
      : page(['Cid']);

  it('goes on with the cookie of the page before, and back', async () => {
    const { model, last } = open(server, { rowsPerPage: 2 });
    await model.settled();
    expect([model.hasMore.value, model.rowsPerPage]).toEqual([true, 2]);
    model.nextPage();
    await model.settled();
    expect([model.pageNumber.value, names(model), model.hasMore.value]).toEqual([2, ['Cid'], false]);
    expect(last()).toContain('&lt;cookie page=&quot;1&quot;&gt;&lt;contactid last=&quot;é&quot;/&gt;');
    model.previousPage();
    await model.settled();
    expect([model.pageNumber.value, names(model)]).toEqual([1, ['Ann', 'Bob']]);
  });

  it('stops at both ends', async () => {
    const { model, queries } = open(() => page(['Ann']));
    await model.settled();
    model.nextPage();
    model.previousPage();
    await model.settled();
    expect([queries.length, model.pageNumber.value]).toEqual([1, 1]);
  });
});

describe('the selection', () => {
  it('stands in the order of the rows and has rows of the page alone', async () => {
    const { model } = open();
    await model.settled();
    model.select([guid(3), guid(99), guid(1)]);
    expect(model.selection.value).toEqual([guid(1), guid(3)]);
    model.toggle(guid(1));
    model.toggle(guid(2));
    expect(model.selection.value).toEqual([guid(2), guid(3)]);
    model.selectAll(true);
    expect(model.selection.value).toHaveLength(3);
    model.selectAll(false);
    expect(model.selection.value).toEqual([]);
  });

  it('keeps what is still there after a refresh', async () => {
    let rows = ['Ann', 'Bob', 'Cid'];
    const { model } = open(() => page(rows));
    await model.settled();
    model.selectAll(true);
    rows = ['Ann', 'Bob'];
    await model.refresh();
    expect(model.selection.value).toEqual([guid(1), guid(2)]);
  });

  it('is empty after a search', async () => {
    const { model } = open();
    await model.settled();
    model.selectAll(true);
    model.search('A');
    await model.settled();
    expect(model.selection.value).toEqual([]);
  });
});

it('the query that is shown can be read, without its page', async () => {
  const { model } = open();
  await model.settled();
  model.search('Ann');
  expect(model.fetchXml()).toMatch(/^<fetch><entity name="contact">.*value="Ann%".*<\/entity><\/fetch>$/);
});
