import type { TableDefinition } from '../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../definition/view/viewDefinition.js';
import { fetchPage } from '../fetchXml/fetchPage.js';
import { withTop } from '../fetchXml/query.js';
import { gridFetch, viewSortOrder } from '../grid/model/gridQuery.js';
import { nameView } from '../grid/model/gridViews.js';
import type { Host, LookupOptions, LookupRow } from '../host/host.js';
import { tableOf } from '../host/tableOf.js';
import { queryType } from '../../definition/view/queryType.js';

/** What a lookup's drop-down asks for. */
export interface RowSearch {
  readonly tables: readonly string[];
  readonly filters: LookupOptions['filters'];
  readonly viewId?: string;
  readonly customViews?: readonly ViewDefinition[];
  /** What the user typed; '' shows the first rows. */
  readonly text: string;
  /** Most rows of each table. */
  readonly top: number;
}

/** Types of views that lookups use, the better first: lookup, quick find. */
const lookupViews = [queryType.lookup, queryType.quickFind];

/**
 * Rows that a lookup offers, table by table, in the order of the view: the one asked for, else the table's lookup view,
 * else its quick find view, else all rows by name.
 * @throws ApiError when the server refuses a query
 */
export async function searchRows(host: Host, search: RowSearch): Promise<readonly LookupRow[]> {
  const found = await Promise.all(
    search.tables.map((name) => searchTable(host, tableOf(host.definition, name), search)),
  );
  return found.flat();
}

async function searchTable(
  host: Host,
  table: TableDefinition,
  search: RowSearch,
): Promise<readonly LookupRow[]> {
  const view = lookupView(table, search);
  const fetch = gridFetch(host, {
    table,
    view,
    searchText: search.text,
    sort: viewSortOrder(host, view),
    parent: undefined,
    filters: search.filters,
  });
  const { rows } = await fetchPage(host, table.setName, withTop(fetch, search.top));
  return rows.map((row) => ({
    id: String(row[table.primaryId]),
    name: table.primaryName === undefined ? '' : String(row[table.primaryName] ?? ''),
    table: table.logicalName,
  }));
}

function lookupView(table: TableDefinition, { viewId, customViews = [] }: RowSearch): ViewDefinition {
  const own = [...customViews, ...table.views].filter((view) => view.table === table.logicalName);
  return (
    own.find(({ id }) => id === viewId) ??
    lookupViews
      .map((type) => own.find((view) => view.queryType === type))
      .find((view) => view !== undefined) ??
    nameView(table)
  );
}
