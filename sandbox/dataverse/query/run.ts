import { errors } from '../errors.js';
import type { Session } from '../organization/organization.js';
import { tableName } from '../storage/columns.js';
import { StatementTooComplex } from '../storage/statementTooComplex.js';
import type { SqlValue } from '../storage/store.js';
import { requireRead, visibleRows } from './access.js';
import { runAggregate, type Body } from './aggregate.js';
import { requireFewConditions } from './conditionLimit.js';
import { filterSql } from './filter.js';
import { joinsSql } from './links.js';
import type { Cursor, Query, QueryResult } from './model.js';
import { afterSql, orderBySql, orderTerms, tieBreakers, type OrderTerm } from './orders.js';
import { Scope } from './scope.js';
import { selection, type Selection } from './selection.js';
import { allOf, raw, sql, type Sql } from './sql.js';

/** Rows in a page when nothing else is said, and the most a page may have (Dataverse, "Page results"). */
export const maximumPageSize = 5000;

/** The most that a count counts (Dataverse, "Count rows"). */
export const maximumCount = 5000;

/**
 * Runs a query as its caller: read privileges of every table involved, only rows the caller may see, secured columns
 * null. Without a page or a top, the first 5,000 rows.
 * @throws DataverseError 400 for a query that does not fit the metadata or is nested too deeply, 403 for a missing privilege, 501 for an
 * operator that is not emulated.
 */
export function runQuery(session: Session, query: Query): QueryResult {
  try {
    return run(session, query);
  } catch (error) {
    throw error instanceof StatementTooComplex ? errors.queryTooComplex() : error;
  }
}

function run(session: Session, query: Query): QueryResult {
  const table = session.organization.catalogue.table(query.table);
  requireRead(session, table);
  requireFewConditions(query);
  const scope = Scope.of(session, table);
  const root = scope.source(undefined);
  const from = sql`${raw(`${tableName(table)} ${root.sqlAlias}`)}${joinsSql(query.links, scope, filterSql)}`;
  const visible = visibleRows(session, root);
  const filter = query.filter === undefined ? undefined : filterSql(query.filter, scope);
  const where = allOf([visible, filter].filter((part) => part !== undefined));
  if (query.aggregate !== undefined) return runAggregate(query, query.aggregate, { from, where }, scope);
  return {
    ...runRows(query, { from, where }, scope),
    ...(query.count === true ? count({ from, where }, session) : {}),
  };
}

function runRows(query: Query, { from, where }: Body, scope: Scope): QueryResult {
  const columns = selection(query, scope);
  const distinct = query.distinct === true;
  const terms = [...orderTerms(query.orders, scope), ...totalOrder(query, columns, scope)];
  const after = distinct ? undefined : query.page?.after;
  const { limit, offset, size } = extent(query, after);
  const rest = after === undefined ? where : allOf([where, afterSql(terms, after)]);
  const selected = distinct ? sql`DISTINCT ${columns.sql}` : sql`${columns.sql}${cursorColumns(terms)}`;
  const statement = sql`SELECT ${selected} FROM ${from} WHERE ${rest}${orderBySql(terms)} LIMIT ${limit} OFFSET ${offset}`;
  const stored = scope.session.organization.store.all(statement.text, statement.parameters);
  const more = size !== undefined && stored.length > size;
  const page = more ? stored.slice(0, size) : stored;
  const last = page.at(-1);
  return {
    rows: page.map((row) => columns.toRow(row)),
    more,
    ...(more && !distinct && last !== undefined ? { cursor: cursorOf(last, terms) } : {}),
  };
}

/** How many rows to read, from where; one more than the page has tells whether there is another page. */
function extent(query: Query, after: Cursor | undefined): { limit: number; offset: number; size?: number } {
  if (query.page === undefined && query.top !== undefined) {
    return { limit: Math.min(query.top, maximumPageSize), offset: 0 };
  }
  const size = Math.min(query.page?.size ?? maximumPageSize, maximumPageSize);
  const offset = query.page === undefined || after !== undefined ? 0 : (query.page.number - 1) * size;
  return { limit: size + 1, offset, size };
}

function totalOrder(query: Query, columns: Selection, scope: Scope): OrderTerm[] {
  if (query.distinct === true) {
    return columns.outputs.map((output) => ({ expression: raw(output), descending: false }));
  }
  return tieBreakers([undefined, ...multiplying(query, scope)], scope);
}

/** Links that may give several rows for one root row: those that do not lead to a row by its primary id. */
function multiplying({ links }: Query, scope: Scope): string[] {
  return links
    .filter(({ alias, fromColumn }) => scope.source(alias).table.primaryId !== fromColumn)
    .map(({ alias }) => alias);
}

function cursorColumns(terms: readonly OrderTerm[]): Sql {
  return terms.reduce(
    (columns, { expression }, index) => sql`${columns}, ${expression} AS ${raw(`"$${String(index)}"`)}`,
    raw(''),
  );
}

function cursorOf(row: Readonly<Record<string, SqlValue>>, terms: readonly OrderTerm[]): Cursor {
  return terms.map((_, index) => row[`$${String(index)}`] ?? null);
}

function count({ from, where }: Body, session: Session): Pick<QueryResult, 'total' | 'totalExceeded'> {
  const statement = sql`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${maximumCount + 1})`;
  const total = Number(session.organization.store.one(statement.text, statement.parameters)?.['n']);
  return { total: Math.min(total, maximumCount), totalExceeded: total > maximumCount };
}
