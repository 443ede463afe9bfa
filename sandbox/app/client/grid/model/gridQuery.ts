import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import {
  sortOrderOf,
  withColumns,
  withFilters,
  withSortOrder,
  type SortOrder,
} from '../../fetchXml/query.js';
import { withRelated } from '../../fetchXml/related.js';
import { searchFilter, withoutQuickFind } from '../../fetchXml/search.js';
import type { Host, LookupOptions } from '../../host/host.js';
import type { XmlElement } from '../../xml/xmlElement.js';
import type { GridModel } from './gridModel.js';

/** What a list shows. */
export interface GridQuery {
  readonly table: TableDefinition;
  readonly view: ViewDefinition;
  readonly searchText: string;
  readonly sort: SortOrder | undefined;
  readonly parent: GridModel['parent'];
  readonly filters: LookupOptions['filters'];
}

/** The view's query narrowed to what is shown, in its order, without a page. @throws Error for XML that is none */
export function gridFetch(host: Pick<Host, 'parseXml'>, query: GridQuery): XmlElement {
  const { table, view, parent } = query;
  const needed = [table.primaryId, ...(table.primaryName === undefined ? [] : [table.primaryName])];
  const search = searchFilter(table, query.searchText);
  const own = query.filters.filter((filter) => filter.table === table.logicalName);
  const filters = [
    ...own.map(({ filterXml }) => host.parseXml(filterXml)),
    ...(search === undefined ? [] : [search]),
  ];
  const fetch = withoutQuickFind(host.parseXml(view.fetchXml));
  const narrowed = withFilters(withColumns(fetch, needed), filters);
  const related =
    parent === undefined ? narrowed : withRelated(narrowed, parent.relationship, parent.row.id, table);
  return query.sort === undefined ? related : withSortOrder(related, query.sort);
}

/** The order that a view has of its own; none for a view that cannot be read, which `gridFetch` tells. */
export function viewSortOrder(host: Pick<Host, 'parseXml'>, view: ViewDefinition): SortOrder | undefined {
  try {
    return sortOrderOf(host.parseXml(view.fetchXml));
  } catch {
    return undefined;
  }
}
