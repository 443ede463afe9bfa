import { describe, expect, it } from '@jest/globals';
import {
  sortOrderOf,
  withColumns,
  withFilters,
  withPage,
  withSortOrder,
  withTop,
} from '../../../sandbox/app/client/fetchXml/query.js';
import { withRelated } from '../../../sandbox/app/client/fetchXml/related.js';
import { searchFilter, withoutQuickFind } from '../../../sandbox/app/client/fetchXml/search.js';
import { element, serializeXml } from '../../../sandbox/app/client/xml/xmlElement.js';
import { aColumn, aManyToMany, aOneToMany, aTable, aView, guid } from '../definition.js';
import { aPlatform } from '../platform.js';

const { parseXml } = aPlatform();
const linked =
  '<link-entity name="account" alias="a" to="b"><attribute name="city"/><order attribute="city"/></link-entity>';
const query = (entity: string, attributes = '') =>
  parseXml(`<fetch${attributes}><entity name="contact">${entity}</entity></fetch>`);

describe('XML', () => {
  it.each([
    '<a b="1&quot;2 &lt;&amp;"><c/>text &lt;&amp;&gt;<d>é</d></a>',
    '<fetch version="1.0" top="5"><entity name="contact"><all-attributes/></entity></fetch>',
  ])('is written as it was read: %s', (xml) => {
    expect(serializeXml(parseXml(xml))).toBe(xml);
  });

  it('keeps no comments, and CDATA as text', () => {
    expect(serializeXml(parseXml('<?xml version="1.0"?><a><!-- x --><![CDATA[<b>]]></a>'))).toBe(
      '<a>&lt;b&gt;</a>',
    );
  });
});

describe('the order of a query', () => {
  it.each([
    ['<order attribute="name"/>', { column: 'name', descending: false }],
    [
      '<order attribute="name" descending="true"/><order attribute="b"/>',
      { column: 'name', descending: true },
    ],
    ['<order attribute="city" entityname="a" descending="false"/>', { column: 'a.city', descending: false }],
    ['', undefined],
  ])('%s is read', (orders, order) => {
    expect(sortOrderOf(query(orders))).toEqual(order);
  });

  it.each([
    [{ column: 'name', descending: true }, '<order attribute="name" descending="true"/>'],
    [{ column: 'a.city', descending: false }, '<order attribute="city" entityname="a" descending="false"/>'],
  ])('%j takes the place of those it had', (order, written) => {
    const changed = withSortOrder(query(`<order attribute="x"/>${linked}`), order);
    expect(serializeXml(changed).match(/<order[^>]*>/g)).toEqual([written]);
    expect(sortOrderOf(changed)).toEqual(order);
  });
});

describe('a query', () => {
  it.each([
    ['<attribute name="a"/>', ['a', 'b'], '<attribute name="a"/><attribute name="b"/>'],
    ['<all-attributes/>', ['a'], '<all-attributes/>'],
  ])('of %s with the columns %j', (entity, columns, expected) => {
    expect(serializeXml(withColumns(query(entity), columns))).toBe(serializeXml(query(expected)));
  });

  it('keeps its filters beside further ones', () => {
    const changed = withFilters(query('<filter type="or"/>'), [element('filter', { type: 'and' })]);
    expect(serializeXml(changed)).toBe(serializeXml(query('<filter type="or"/><filter type="and"/>')));
  });

  it('is asked for a page and the number of rows', () => {
    expect(withPage(query('', ' top="9"'), { number: 2, size: 50, cookie: '<cookie/>' }).attributes).toEqual({
      count: '50',
      page: '2',
      'paging-cookie': '<cookie/>',
      returntotalrecordcount: 'true',
    });
  });

  it('is asked for its first rows', () => {
    expect(withTop(query('', ' count="9" page="2"'), 10).attributes).toEqual({ top: '10' });
  });

  it.each(['<fetch/>', '<entity name="contact"/>'])('is refused when it has no entity: %s', (xml) => {
    expect(() => sortOrderOf(parseXml(xml))).toThrow('A query is a fetch with an entity.');
  });
});

describe('rows that are related to a row', () => {
  it('by a lookup pass a condition', () => {
    const related = withRelated(query(''), aOneToMany('contact', 'accountid'), guid(1), {
      primaryId: 'contactid',
    });
    expect(serializeXml(related)).toBe(
      serializeXml(
        query(`<filter><condition attribute="accountid" operator="eq" value="${guid(1)}"/></filter>`),
      ),
    );
  });

  it('by a many-to-many are joined through its intersect table', () => {
    const relationship = aManyToMany('account', 'contact', 'account_contacts');
    expect(serializeXml(withRelated(query(''), relationship, guid(1), { primaryId: 'contactid' }))).toBe(
      serializeXml(
        query(
          '<link-entity name="account_contacts" from="contactid" to="contactid" alias="related_to_parent" link-type="inner" intersect="true">' +
            `<filter><condition attribute="accountid" operator="eq" value="${guid(1)}"/></filter></link-entity>`,
        ),
      ),
    );
  });
});

describe('a search', () => {
  const quickFind = (quickFindColumns: readonly string[]) =>
    aTable('contact', {
      columns: [
        aColumn('age', { type: 'int' }),
        aColumn('worth', { type: 'money' }),
        aColumn('born', { type: 'datetime' }),
      ],
      views: [aView('contact', { queryType: 4, quickFindColumns })],
    });
  const conditions = (columns: readonly string[], text: string) => {
    const filter = searchFilter(quickFind(columns), text);
    return filter?.children.map((child) =>
      typeof child === 'string' ? child : Object.values(child.attributes).join(' '),
    );
  };

  it.each([
    ['Ann', 'name like Ann%'],
    ['  Ann ', 'name like Ann%'],
    ['*nn', 'name like %nn%'],
    ['A*n', 'name like A%n%'],
    ['Ann*', 'name like Ann%'],
    ['50%_[x]', 'name like 50[%][_][[]x]%'],
  ])('for %j looks for %s', (text, condition) => {
    expect(conditions(['name'], text)).toEqual([condition]);
  });

  it.each(['', '  '])('for nothing (%j) is none', (text) => {
    expect(conditions(['name'], text)).toBeUndefined();
  });

  it.each([
    ['42', ['name like 42%', 'age eq 42', 'worth eq 42', 'owneridname like 42%']],
    ['4.5', ['name like 4.5%', 'worth eq 4.5', 'owneridname like 4.5%']],
    ['x', ['name like x%', 'owneridname like x%']],
  ])('for %s compares numbers with numbers alone', (text, expected) => {
    expect(conditions(['name', 'age', 'worth', 'born', 'owneridname'], text)).toEqual(expected);
  });

  it('goes by the primary name where there is no quick find view', () => {
    expect(conditions([], 'x')).toEqual(['name like x%']);
  });

  it('takes any of the columns', () => {
    expect(searchFilter(quickFind(['name']), 'x')?.attributes).toEqual({
      type: 'or',
      isquickfindfields: '1',
    });
  });

  it('does without the filter that a quick find view keeps', () => {
    const inner = '<condition attribute="statecode" operator="eq" value="0"/>';
    const own =
      '<filter type="or" isquickfindfields="1"><condition attribute="name" operator="like" value="{0}"/></filter>';
    expect(serializeXml(withoutQuickFind(query(`<filter>${inner}${own}</filter>${own}`)))).toBe(
      serializeXml(query(`<filter>${inner}</filter>`)),
    );
  });
});
