/**
 * The one query language inside the sandbox: OData options and FetchXML are both translated to it, and it alone is
 * translated to SQL. It is the SDK's QueryExpression with room for grouping.
 */

/** Where a column is found: in the root table (no alias) or in a joined one. */
export interface ColumnPath {
  /** Alias of the link that holds the column; undefined for the root table. */
  readonly link?: string;
  readonly column: string;
}

/** What rows of a table to return, with what of the tables joined to it. */
export interface Query {
  readonly table: string;
  /** Columns of the root table to return; 'all' for every readable one. The primary id is always returned. */
  readonly columns: readonly string[] | 'all';
  readonly filter?: Filter;
  readonly links: readonly Link[];
  readonly orders: readonly Order[];
  /** At most so many rows in all ($top, fetch top). */
  readonly top?: number;
  readonly page?: Page;
  readonly distinct?: boolean;
  /** Count all matches as well, capped at 5,000 as Dataverse does. */
  readonly count?: boolean;
  readonly aggregate?: Aggregate;
  /** FetchXML: names under which columns are shown instead of their own. The columns are listed in `columns` too. */
  readonly aliases?: ReadonlyMap<string, ColumnPath>;
}

/** One page of a result. */
export interface Page {
  /** Rows in a page, 1 to 5,000. */
  readonly size: number;
  /** 1 is the first. */
  readonly number: number;
  /**
   * The place after which the page begins: the `cursor` of the page before. With it no row is lost or repeated when
   * rows come and go between pages; without it the page is found by counting rows.
   */
  readonly after?: Cursor;
}

/** Values of the order columns and the row ids in the last row of a page. */
export type Cursor = readonly (string | number | null)[];

/** A join: rows of `table` whose `fromColumn` equals the parent's `toColumn`. */
export interface Link {
  readonly alias: string;
  /** Alias of the link this one hangs on; undefined when it hangs on the root table. */
  readonly parent?: string;
  readonly table: string;
  readonly fromColumn: string;
  readonly toColumn: string;
  readonly join: 'inner' | 'outer';
  readonly columns: readonly string[] | 'all' | 'none';
  readonly filter?: Filter;
}

/** A condition on rows, made of others. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | Condition
  | {
      readonly kind: 'compare';
      readonly left: ColumnPath;
      readonly operator: Comparison;
      readonly right: ColumnPath;
    }
  | Exists;

/** Comparisons that OData and FetchXML have in common. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A column, an operator and its values. */
export interface Condition {
  readonly kind: 'condition';
  readonly path: ColumnPath;
  readonly operator: ConditionOperator;
  readonly values: readonly (string | number | boolean | null)[];
}

/** Operators by FetchXML's names; Microsoft.Dynamics.CRM.* functions map to the same ones. */
export type ConditionOperator =
  Comparison | 'null' | 'not-null' | 'in' | 'not-in' | 'like' | 'not-like' | (string & {});

/** any/all over a collection: rows for which a related row exists (or does not). */
export interface Exists {
  readonly kind: 'exists';
  readonly negated: boolean;
  /**
   * The chain from the outer row: one link, or two for N:N (intersect, then target), then the joins that the filter
   * needs. Filters use the links' aliases.
   */
  readonly links: readonly Link[];
  readonly filter?: Filter;
}

/** A column to sort by. */
export interface Order {
  readonly path: ColumnPath;
  readonly descending: boolean;
  /** Choices: by label (FetchXML) instead of by number (OData). */
  readonly byLabel?: boolean;
}

/** Groups of rows and what is computed for each of them. */
export interface Aggregate {
  readonly groups: readonly {
    readonly path: ColumnPath;
    readonly alias: string;
    readonly dateGrouping?: string;
  }[];
  readonly values: readonly {
    readonly path?: ColumnPath;
    readonly alias: string;
    readonly function: 'count' | 'countcolumn' | 'countdistinct' | 'sum' | 'avg' | 'min' | 'max';
  }[];
  readonly orders: readonly { readonly alias: string; readonly descending: boolean }[];
}

/** A value as the organization returns it; dates are ISO text, lookups are GUIDs. */
export type Value = string | number | boolean | null;

/** One result row: root columns by logical name; polymorphic lookups also as `<column>$type`. */
export interface ResultRow {
  readonly values: Readonly<Record<string, Value>>;
  /** Columns of links, by alias, then logical name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** Grouped results, by alias. */
  readonly aggregates?: Readonly<Record<string, Value>>;
}

/** The rows a query has found. */
export interface QueryResult {
  readonly rows: readonly ResultRow[];
  /** There is another page. */
  readonly more: boolean;
  /** All matches, capped at 5,000; only when asked for. */
  readonly total?: number;
  /** There are more matches than `total` says. */
  readonly totalExceeded?: boolean;
  /** Where the next page begins; absent for distinct and grouped results. */
  readonly cursor?: Cursor;
}
