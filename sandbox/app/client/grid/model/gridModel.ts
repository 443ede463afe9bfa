import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Relationship, TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewColumn, ViewDefinition } from '../../../definition/view/viewDefinition.js';
import type { RibbonPlace } from '../../../definition/ribbon/ribbon.js';
import type { LookupRow, Visit } from '../../host/host.js';

/** A list of rows by a view: a page of its own, a subgrid on a form, or the list of a lookup dialog. No DOM. */
export interface GridModel {
  readonly table: TableDefinition;
  readonly place: Exclude<RibbonPlace, 'Form'>;
  /** Id of the control on its form; `entitylist` on a page of its own. */
  readonly name: string;
  readonly visit: Visit;
  /** Subgrids with a relationship: the row it belongs to, and the relationship as that row's table sees it. */
  readonly parent?: { readonly row: LookupRow; readonly relationship: Relationship };
  /** What the view selector offers. */
  readonly views: readonly ViewDefinition[];
  readonly view: ReadonlySignal<ViewDefinition>;
  selectView(id: string): void;
  /** Text of the quick find; '' shows the view. */
  readonly searchText: ReadonlySignal<string>;
  search(text: string): void;
  readonly sort: ReadonlySignal<{ readonly column: string; readonly descending: boolean } | undefined>;
  /** Sorts by a column of the view; a second time the other way round. */
  sortBy(column: ViewColumn): void;
  readonly rows: ReadonlySignal<readonly GridRow[]>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Why the rows could not be read. */
  readonly error: ReadonlySignal<string | undefined>;
  /** 1-based. */
  readonly pageNumber: ReadonlySignal<number>;
  readonly rowsPerPage: number;
  readonly hasMore: ReadonlySignal<boolean>;
  /** -1 while unknown. Dataverse counts up to 5,000. */
  readonly totalCount: ReadonlySignal<number>;
  nextPage(): void;
  previousPage(): void;
  /** Ids of the selected rows of this page, in the order of the rows. */
  readonly selection: ReadonlySignal<readonly string[]>;
  select(ids: readonly string[]): void;
  toggle(id: string): void;
  selectAll(selected: boolean): void;
  /** Reads the page again; the selection keeps what is still there. */
  refresh(): Promise<void>;
  /** The query that is shown, with search, sort and relationship. */
  fetchXml(): string;
  /** Resolves when no request is under way. */
  settled(): Promise<void>;
  /** Whether the page shows a chart of the rows beside them. */
  readonly isChartShown: Signal<boolean>;
  /** Command bars evaluate their rules again whenever this counts up. */
  readonly ribbonRefreshes: Signal<number>;
}

export interface GridRow {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  /** As the Web API returned it, annotations included. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What a cell shows, by the view column's name. */
  readonly cells: Readonly<Record<string, GridCell>>;
}
export interface GridCell {
  readonly text: string;
  /** Lookups: the row it leads to. */
  readonly row?: LookupRow;
}
