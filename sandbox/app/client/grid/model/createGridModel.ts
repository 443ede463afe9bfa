import { batch, signal } from '@preact/signals-core';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewColumn, ViewDefinition } from '../../../definition/view/viewDefinition.js';
import { fetchPage, type FetchedPage } from '../../fetchXml/fetchPage.js';
import { withPage, type SortOrder } from '../../fetchXml/query.js';
import type { Host, LookupOptions, Visit } from '../../host/host.js';
import { serializeXml } from '../../xml/xmlElement.js';
import type { GridModel, GridRow } from './gridModel.js';
import { gridFetch, viewSortOrder } from './gridQuery.js';
import { gridRow } from './gridRow.js';
import { gridViews } from './gridViews.js';
import { messageOf } from '../../host/messageOf.js';

/** What a list is made from. */
export interface GridOptions {
  readonly table: TableDefinition;
  readonly place: GridModel['place'];
  /** Id of the control; `entitylist` on a page of its own. */
  readonly name: string;
  readonly visit: Visit;
  readonly viewId?: string;
  /** What the view selector offers; the table's public views. */
  readonly views?: readonly ViewDefinition[];
  readonly parent?: GridModel['parent'];
  /** As many as the user has chosen. */
  readonly rowsPerPage?: number;
  /** FetchXML filters, as lookups have them: those of this table are added to every query. */
  readonly filters?: LookupOptions['filters'];
}

/** A list that reads its first page at once. What cannot be read is told in `error`; nothing here throws or rejects. */
export function createGridModel(host: Host, options: GridOptions): GridModel {
  const { table, visit, rowsPerPage = host.definition.user.rowsPerPage, filters = [] } = options;
  const { offered, first } = gridViews(table, options.views, options.viewId);
  const view = signal(first);
  const searchText = signal('');
  const sort = signal<SortOrder | undefined>(viewSortOrder(host, first));
  const rows = signal<readonly GridRow[]>([]);
  const isLoading = signal(false);
  const error = signal<string | undefined>(undefined);
  const pageNumber = signal(1);
  const hasMore = signal(false);
  const totalCount = signal(-1);
  const selection = signal<readonly string[]>([]);
  /** By page number. */
  const cookies = new Map<number, string>();
  let latest = Promise.resolve();
  let requests = 0;

  const query = () =>
    gridFetch(host, {
      table,
      view: view.value,
      searchText: searchText.value,
      sort: sort.value,
      parent: options.parent,
      filters,
    });
  const show = (page: FetchedPage) => {
    if (page.nextCookie !== undefined) cookies.set(pageNumber.value + 1, page.nextCookie);
    rows.value = page.rows.map((values) => gridRow(table, view.value, values));
    hasMore.value = page.hasMore;
    totalCount.value = page.totalCount;
    select(selection.value);
  };
  /** Only the answer to the latest question is shown: an earlier one may come later. */
  const read = async () => {
    requests += 1;
    const request = requests;
    const isStale = () => request !== requests || visit.isOver();
    isLoading.value = true;
    try {
      const number = pageNumber.value;
      const page = await fetchPage(
        host,
        table.setName,
        withPage(query(), { number, size: rowsPerPage, cookie: cookies.get(number) }),
      );
      if (isStale()) return;
      batch(() => {
        error.value = undefined;
        show(page);
      });
    } catch (problem) {
      if (!isStale()) error.value = messageOf(problem);
    } finally {
      if (request === requests) isLoading.value = false;
    }
  };
  const refresh = () => {
    latest = read();
    return latest;
  };
  const goTo = (number: number) => {
    pageNumber.value = number;
    selection.value = [];
    void refresh();
  };
  /** What is shown is another list from now on: its cookies mean nothing to it. */
  const restart = () => {
    cookies.clear();
    goTo(1);
  };
  const select = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    selection.value = rows.value.map(({ id }) => id).filter((id) => wanted.has(id));
  };

  void refresh();
  return {
    table,
    place: options.place,
    name: options.name,
    visit,
    ...(options.parent === undefined ? {} : { parent: options.parent }),
    views: offered,
    view,
    selectView(id) {
      const next = offered.find((candidate) => candidate.id === id);
      if (next === undefined) throw new Error(`The list has no view ${id}.`);
      batch(() => {
        view.value = next;
        searchText.value = '';
        sort.value = viewSortOrder(host, next);
      });
      restart();
    },
    searchText,
    search(text) {
      searchText.value = text;
      restart();
    },
    sort,
    sortBy({ name }: ViewColumn) {
      sort.value = { column: name, descending: sort.value?.column === name && !sort.value.descending };
      restart();
    },
    rows,
    isLoading,
    error,
    pageNumber,
    rowsPerPage,
    hasMore,
    totalCount,
    nextPage: () => {
      if (hasMore.value) goTo(pageNumber.value + 1);
    },
    previousPage: () => {
      if (pageNumber.value > 1) goTo(pageNumber.value - 1);
    },
    selection,
    select,
    toggle: (id) => {
      const selected = selection.value;
      select(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
    },
    selectAll: (selected) => select(selected ? rows.value.map(({ id }) => id) : []),
    refresh,
    fetchXml: () => serializeXml(query()),
    async settled() {
      let awaited: Promise<void> | undefined;
      while (awaited !== latest) {
        awaited = latest;
        await awaited;
      }
    },
    isChartShown: signal(false),
    ribbonRefreshes: signal(0),
  };
}
