import { errors } from '../errors.js';
import { quote } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import { datePart } from './dateParts.js';
import type { Aggregate, Query, QueryResult, ResultRow, Value } from './model.js';
import type { Scope } from './scope.js';
import { join, raw, sql, type Sql } from './sql.js';

/** Rows that a grouped query may read (Dataverse, "Aggregate data": AggregateQueryRecordLimit). */
const recordLimit = 50_000;

/** FROM and WHERE of a query, made by the caller. */
export interface Body {
  readonly from: Sql;
  readonly where: Sql;
}

/**
 * Runs a grouped query.
 * @throws DataverseError 400 (0x8004e023) when more than 50,000 rows would have to be read.
 */
export function runAggregate(query: Query, aggregate: Aggregate, body: Body, scope: Scope): QueryResult {
  requireFewRows(body, scope);
  const groups = aggregate.groups.map(({ path, alias, dateGrouping }) => {
    const { value, compared } = scope.operand(path);
    if (dateGrouping === undefined) return { alias, expression: value, key: compared };
    const part = datePart(dateGrouping, value);
    return { alias, expression: part, key: part };
  });
  const values = aggregate.values.map((value) => ({
    alias: value.alias,
    expression: functionSql(value, scope),
  }));
  const columns = [...groups, ...values].map(
    ({ alias, expression }) => sql`${expression} AS ${raw(quote(alias))}`,
  );
  const size = query.page?.size;
  const skipped = query.page === undefined ? 0 : (query.page.number - 1) * query.page.size;
  const limit = query.top ?? (size === undefined ? -1 : size + 1);
  const statement = sql`SELECT ${join(columns, ', ')} FROM ${body.from} WHERE ${body.where}${groupBy(groups)}${orderBy(aggregate.orders, groups)} LIMIT ${limit} OFFSET ${skipped}`;
  const stored = scope.session.organization.store.all(statement.text, statement.parameters);
  const more = size !== undefined && stored.length > size;
  return { rows: (more ? stored.slice(0, size) : stored).map((row) => toRow(row, aggregate, scope)), more };
}

function requireFewRows(body: Body, scope: Scope): void {
  const statement = sql`SELECT count(*) AS n FROM (SELECT 1 FROM ${body.from} WHERE ${body.where} LIMIT ${recordLimit + 1})`;
  const count = scope.session.organization.store.one(statement.text, statement.parameters)?.['n'];
  if (Number(count) > recordLimit) throw errors.aggregateLimit();
}

function functionSql({ path, function: name }: Aggregate['values'][number], scope: Scope): Sql {
  if (path === undefined) return raw('count(*)');
  const operand = scope.operand(path);
  switch (name) {
    case 'count':
      return raw('count(*)');
    case 'countcolumn':
      return sql`count(${operand.value})`;
    case 'countdistinct':
      return sql`count(DISTINCT ${operand.compared})`;
    default:
      return sql`${raw(name)}(${operand.value})`;
  }
}

/** Groups are told apart as everything is compared: `Berlin` and `BERLIN` are one. */
function groupBy(groups: readonly Group[]): Sql {
  if (groups.length === 0) return raw('');
  return sql` GROUP BY ${join(
    groups.map(({ key }) => key),
    ', ',
  )}`;
}

interface Group {
  readonly alias: string;
  readonly key: Sql;
}

/** The orders asked for, then the groups themselves, so that equal queries give equal answers. */
function orderBy(orders: Aggregate['orders'], groups: readonly Group[]): Sql {
  const wanted = orders.map(({ alias, descending }) => {
    const key = groups.find((group) => group.alias === alias)?.key ?? raw(quote(alias));
    return sql`${key} ${raw(descending ? 'DESC' : 'ASC')}`;
  });
  const rest = groups
    .filter(({ alias }) => !orders.some((order) => order.alias === alias))
    .map(({ key }) => key);
  const terms = [...wanted, ...rest];
  return terms.length === 0 ? raw('') : sql` ORDER BY ${join(terms, ', ')}`;
}

function toRow(stored: StoredRow, aggregate: Aggregate, scope: Scope): ResultRow {
  const aggregates: Record<string, Value> = {};
  for (const { alias, path, dateGrouping } of aggregate.groups) {
    const value = stored[alias] ?? null;
    const isTwoOptions = dateGrouping === undefined && scope.operand(path).column.type === 'bit';
    aggregates[alias] = isTwoOptions && value !== null ? value === 1 : value;
  }
  for (const { alias } of aggregate.values) aggregates[alias] = stored[alias] ?? null;
  return { values: {}, links: {}, aggregates };
}
