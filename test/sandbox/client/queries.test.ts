import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

interface Row {
  readonly lastname: string;
}

let sandbox: Sandbox;
let api: DynamicsWebApi;
const ids: string[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  api = dynamicsWebApi(sandbox);
  for (let at = 1; at <= 7; at += 1)
    ids.push(
      await createId(api, 'contacts', { lastname: `Query ${at}`, firstname: at % 2 ? 'Odd' : 'Even' }),
    );
});
afterAll(() => sandbox.close());

const filter = "startswith(lastname,'Query')";
const names = (rows: readonly Row[] | undefined) => (rows ?? []).map(({ lastname }) => lastname);
const all = [1, 2, 3, 4, 5, 6, 7].map((at) => `Query ${at}`);
const fetchXml = `<fetch><entity name="contact"><attribute name="lastname"/><filter><condition attribute="lastname" operator="like" value="Query%"/></filter><order attribute="lastname"/></entity></fetch>`;
const paged = fetchXml.replace('<fetch', '<fetch count="3"');

describe('dynamics-web-api 2.5.0: many rows', () => {
  it('retrieves with filter, order, top and count', async () => {
    const found = await api.retrieveMultiple<Row>({
      collection: 'contacts',
      select: ['lastname'],
      filter: `${filter} and firstname eq 'Odd'`,
      orderBy: ['lastname desc'],
      top: 3,
    });
    expect(names(found.value)).toEqual(['Query 7', 'Query 5', 'Query 3']);
    const counted = await api.retrieveMultiple<Row>({
      collection: 'contacts',
      select: ['lastname'],
      filter,
      count: true,
      maxPageSize: 2,
    });
    expect([counted.value?.length, counted.oDataCount]).toEqual([2, 7]);
  });

  it('follows the next link page by page', async () => {
    const request = {
      collection: 'contacts',
      select: ['lastname'],
      filter,
      orderBy: ['lastname'],
      maxPageSize: 3,
    };
    const pages: string[][] = [];
    let page = await api.retrieveMultiple<Row>(request);
    pages.push(names(page.value));
    while (page.oDataNextLink !== undefined) {
      page = await api.retrieveMultiple<Row>(request, page.oDataNextLink);
      pages.push(names(page.value));
    }
    expect(pages).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
  });

  it('retrieves everything', async () => {
    const found = await api.retrieveAll<Row>({
      collection: 'contacts',
      select: ['lastname'],
      filter,
      orderBy: ['lastname'],
    });
    expect(names(found.value)).toEqual(all);
  });

  it('counts', async () => {
    expect(await api.count({ collection: 'contacts', filter })).toBe(7);
    expect(await api.count({ collection: 'contacts' })).toBe(7);
    expect(await api.countAll({ collection: 'contacts', filter, select: ['contactid'] })).toBe(7);
  });

  it('runs FetchXML, a page and all pages', async () => {
    const first = await api.fetch<Row>({ collection: 'contacts', fetchXml: paged, includeAnnotations: '*' });
    expect(names(first.value)).toEqual(all.slice(0, 3));
    expect(first.PagingInfo).toMatchObject({ page: 1, nextPage: 2 });
    const second = await api.fetch<Row>({
      collection: 'contacts',
      fetchXml: paged,
      includeAnnotations: '*',
      pageNumber: first.PagingInfo?.nextPage,
      pagingCookie: first.PagingInfo?.cookie,
    } as Parameters<DynamicsWebApi['fetch']>[0]);
    expect(names(second.value)).toEqual(all.slice(3, 6));
    const everything = await api.fetchAll<Row>({
      collection: 'contacts',
      fetchXml: paged,
      includeAnnotations: '*',
    });
    expect(names(everything.value)).toEqual(all);
  });

  it('takes a URL beyond 2,000 characters, which the client sends as a batch', async () => {
    const long = ids.map((id) => `contactid eq ${id}`);
    const many = [
      ...long,
      ...Array.from({ length: 60 }, (_, at) => `lastname eq 'Nobody ${at} of a long filter'`),
    ].join(' or ');
    const found = await api.retrieveMultiple<Row>({
      collection: 'contacts',
      select: ['lastname'],
      filter: many,
      orderBy: ['lastname'],
    });
    expect(names(found.value)).toEqual(all);
    expect(sandbox.counters.snapshot().methods['GET']).toBeGreaterThan(0);
  });

  it('tracks changes from one delta link to the next', async () => {
    const request = { collection: 'contacts', select: ['lastname'], trackChanges: true };
    const start = await api.retrieveAll<Row>(request);
    expect(start.value?.length).toBe(7);
    const changed = await createId(api, 'contacts', { lastname: 'Query changed' });
    const removed = String(ids[0]);
    await api.deleteRecord({ collection: 'contacts', key: removed });
    const delta = await api.retrieveMultiple<Record<string, string>>(
      { collection: 'contacts' },
      start.oDataDeltaLink,
    );
    const [row, deleted] = delta.value ?? [];
    expect([delta.value?.length, row?.['contactid'], deleted?.['id'], deleted?.['reason']]).toEqual([
      2,
      changed,
      removed,
      'deleted',
    ]);
    const nothing = await api.retrieveMultiple({ collection: 'contacts' }, delta.oDataDeltaLink);
    expect(nothing.value).toEqual([]);
  });
});
