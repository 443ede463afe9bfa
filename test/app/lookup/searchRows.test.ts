import { describe, expect, it } from '@jest/globals';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import { searchRows, type RowSearch } from '../../../sandbox/app/client/lookup/searchRows.js';
import { aDefinition, aTable, aView, guid } from '../definition.js';
import { anError, aPlatform, type Server } from '../platform.js';

const view = (table: string, queryType: number, name: string, id: number) =>
  aView(table, {
    id: guid(id),
    queryType,
    name,
    quickFindColumns: ['name'],
    fetchXml: `<fetch><entity name="${table}"><attribute name="${name}"/><order attribute="${name}"/></entity></fetch>`,
  });

const tables = [
  aTable('both', {
    views: [view('both', 0, 'public', 1), view('both', 4, 'quick', 2), view('both', 64, 'lookup', 3)],
  }),
  aTable('quick', { views: [view('quick', 4, 'quick', 4)] }),
  aTable('bare', { views: [view('bare', 0, 'public', 5)] }),
];

const search = async (parts: Partial<RowSearch>, server?: Server) => {
  const paths: string[] = [];
  const host = createHost(
    aDefinition({ tables }),
    aPlatform({
      server: (request) => {
        paths.push(request.path);
        const table = request.path.slice(0, request.path.indexOf('s?'));
        return server?.(request) ?? { body: { value: [{ [`${table}id`]: guid(7), name: `A ${table}` }] } };
      },
    }),
  );
  const rows = await searchRows(host, { tables: ['both'], filters: [], text: '', top: 5, ...parts });
  return { rows, paths };
};

describe('the rows of a lookup', () => {
  it('come from each of its tables, in their order', async () => {
    const { rows } = await search({ tables: ['quick', 'both'] });
    expect(rows).toEqual([
      { id: guid(7), name: 'A quick', table: 'quick' },
      { id: guid(7), name: 'A both', table: 'both' },
    ]);
  });

  it.each([
    ['the lookup view', { tables: ['both'] }, 'lookup'],
    ['the quick find view where there is no lookup view', { tables: ['quick'] }, 'quick'],
    ['the name where there is neither', { tables: ['bare'] }, 'name'],
    ['the view that is asked for', { viewId: guid(1) }, 'public'],
    [
      "a script's own view",
      { viewId: guid(8), customViews: [view('quick', 0, 'other', 8), view('both', 0, 'custom', 8)] },
      'custom',
    ],
  ])('are asked for by %s', async (_, parts, column) => {
    const { paths } = await search(parts);
    expect(/<attribute name="(\w+)"\/>/.exec(paths[0] ?? '')?.[1]).toBe(column);
  });

  it('are narrowed to the text and the filters of their table, and to so many', async () => {
    const filter = (attribute: string) =>
      `<filter><condition attribute="${attribute}" operator="null"/></filter>`;
    const { paths } = await search({
      text: 'Fab',
      filters: [
        { table: 'both', filterXml: filter('mine') },
        { table: 'quick', filterXml: filter('other') },
      ],
    });
    expect(paths[0]?.match(/<condition [^>]*>/g)).toEqual([
      '<condition attribute="mine" operator="null"/>',
      '<condition attribute="name" operator="like" value="Fab%"/>',
    ]);
    expect(paths[0]).toContain('<fetch top="5">');
  });

  it('are missed loudly when the server refuses', async () => {
    await expect(search({}, () => anError(403, '0x80040220', 'No right.'))).rejects.toMatchObject({
      message: 'No right.',
    });
  });
});
