import type { Cursor, Order } from './model.js';
import { namedColumn } from './nameColumn.js';
import { physical, type Scope } from './scope.js';
import { choiceLabel, targetName } from './shownText.js';
import { allOf, anyOf, join, raw, sql, type Sql } from './sql.js';

/** One term of ORDER BY. */
export interface OrderTerm {
  readonly expression: Sql;
  readonly descending: boolean;
}

/**
 * The terms of ORDER BY. Lookups sort by the primary name of the row they point to (Dataverse, "Order rows"), choices
 * by number or, when the order says so, by label in the caller's language. The name column of either sorts like what it
 * shows.
 */
export function orderTerms(orders: readonly Order[], scope: Scope): OrderTerm[] {
  return orders.map((order) => ({
    expression: sortExpression(order, scope),
    descending: order.descending,
  }));
}

/** ORDER BY with its terms; nothing when there are none. */
export function orderBySql(terms: readonly OrderTerm[]): Sql {
  if (terms.length === 0) return raw('');
  const parts = terms.map(
    ({ expression, descending }) => sql`${expression} ${raw(descending ? 'DESC' : 'ASC')}`,
  );
  return sql` ORDER BY ${join(parts, ', ')}`;
}

/** The condition for rows that come after the cursor in this order. Nulls come first, as in SQL Server. */
export function afterSql(terms: readonly OrderTerm[], cursor: Cursor): Sql {
  const alternatives = terms.map((term, index) => {
    const same = terms
      .slice(0, index)
      .map(({ expression }, at) => sql`${expression} IS ${cursor[at] ?? null}`);
    return allOf([...same, beyond(term, cursor[index] ?? null)]);
  });
  return allOf([...firstBound(terms, cursor), anyOf(alternatives)]);
}

/** The alternatives imply it, and say it in a way in which an index can begin the page where the one before ended. */
function firstBound([first]: readonly OrderTerm[], [value]: Cursor): Sql[] {
  if (first === undefined || first.descending || value === undefined || value === null) return [];
  return [sql`${first.expression} >= ${value}`];
}

function beyond({ expression, descending }: OrderTerm, value: string | number | null): Sql {
  if (!descending) return value === null ? sql`${expression} IS NOT NULL` : sql`${expression} > ${value}`;
  return value === null ? raw('0') : sql`(${expression} < ${value} OR ${expression} IS NULL)`;
}

function sortExpression(order: Order, scope: Scope): Sql {
  const named = namedColumn(scope.source(order.path.link).table, order.path.column);
  const path = named === undefined ? order.path : { ...order.path, column: named.logicalName };
  const operand = scope.operand(path);
  if (operand.column.targets.length > 0) return targetName(operand, scope) ?? operand.value;
  if (order.byLabel === true || named !== undefined) return choiceLabel(operand, scope) ?? operand.compared;
  return operand.compared;
}

/** The terms that make every order total, so that pages neither lose nor repeat a row: the ids of all joined rows. */
export function tieBreakers(aliases: readonly (string | undefined)[], scope: Scope): OrderTerm[] {
  return aliases.map((alias) => {
    const source = scope.source(alias);
    return { expression: physical(source, source.table.primaryId), descending: false };
  });
}
