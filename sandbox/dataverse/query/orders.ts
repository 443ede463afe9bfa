import type { Column, Labels } from '../metadata/model.js';
import { comparedColumn, quote, tableName } from '../storage/columns.js';
import { fold } from '../storage/fold.js';
import type { Cursor, Order } from './model.js';
import { physical, type Operand, type Scope } from './scope.js';
import { allOf, anyOf, join, raw, sql, type Sql } from './sql.js';

/** One term of ORDER BY. */
export interface OrderTerm {
  readonly expression: Sql;
  readonly descending: boolean;
}

/**
 * The terms of ORDER BY. Lookups sort by the primary name of the row they point to (Dataverse, "Order rows"), choices
 * by number or, when the order says so, by label in the caller's language.
 */
export function orderTerms(orders: readonly Order[], scope: Scope): OrderTerm[] {
  return orders.map((order) => ({
    expression: sortExpression(order, scope.operand(order.path), scope),
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
  return anyOf(alternatives);
}

function beyond({ expression, descending }: OrderTerm, value: string | number | null): Sql {
  if (!descending) return value === null ? sql`${expression} IS NOT NULL` : sql`${expression} > ${value}`;
  return value === null ? raw('0') : sql`(${expression} < ${value} OR ${expression} IS NULL)`;
}

function sortExpression(order: Order, operand: Operand, scope: Scope): Sql {
  const { column } = operand;
  if (column.targets.length > 0) return targetName(operand, scope);
  if (order.byLabel === true && column.choice !== undefined) return choiceLabel(column, operand, scope);
  return operand.compared;
}

function targetName(operand: Operand, scope: Scope): Sql {
  const { catalogue } = scope.session.organization;
  const names = operand.column.targets.flatMap((target) => {
    const table = catalogue.tables.get(target);
    const name = table?.primaryName === undefined ? undefined : table.columns.get(table.primaryName);
    if (table === undefined || name === undefined) return [];
    const found = sql`SELECT ${raw(quote(comparedColumn(name)))} FROM ${raw(tableName(table))} WHERE ${raw(quote(table.primaryId))} = ${operand.value}`;
    return [operand.type === undefined ? sql`(${found})` : sql`(${found} AND ${operand.type} = ${target})`];
  });
  if (names.length === 0) return operand.value;
  return names.length === 1 ? join(names, '') : sql`COALESCE(${join(names, ', ')})`;
}

function choiceLabel(column: Column, operand: Operand, scope: Scope): Sql {
  const { caller, organization } = scope.session;
  const cases = (column.choice?.options ?? []).map(
    ({ value, labels }) =>
      sql`WHEN ${value} THEN ${fold(label(labels, caller.language, organization.baseLanguage))}`,
  );
  return cases.length === 0 ? operand.value : sql`CASE ${operand.value} ${join(cases, ' ')} END`;
}

function label(labels: Labels, language: number, base: number): string {
  return labels[language] ?? labels[base] ?? '';
}

/** The terms that make every order total, so that pages neither lose nor repeat a row: the ids of all joined rows. */
export function tieBreakers(aliases: readonly (string | undefined)[], scope: Scope): OrderTerm[] {
  return aliases.map((alias) => {
    const source = scope.source(alias);
    return { expression: physical(source, source.table.primaryId), descending: false };
  });
}
