import { conditionSql } from './condition.js';
import { conditionOperand } from './conditionOperand.js';
import { joinsSql, linkConditions, linkTable } from './links.js';
import type { Comparison, Exists, Filter } from './model.js';
import type { Scope } from './scope.js';
import { allOf, anyOf, raw, sql, type Sql } from './sql.js';

const symbols: Readonly<Record<Comparison, string>> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
};

/** A filter as an SQL condition over the tables of the scope. */
export function filterSql(filter: Filter, scope: Scope): Sql {
  switch (filter.kind) {
    case 'and':
      return allOf(filter.parts.map((part) => filterSql(part, scope)));
    case 'or':
      return anyOf(filter.parts.map((part) => filterSql(part, scope)));
    case 'not':
      return sql`((${filterSql(filter.part, scope)}) IS NOT TRUE)`;
    case 'compare':
      return sql`${conditionOperand(filter.left, scope).compared} ${raw(symbols[filter.operator])} ${conditionOperand(filter.right, scope).compared}`;
    case 'exists':
      return existsSql(filter, scope);
    case 'condition':
      return conditionSql(filter, scope);
  }
}

/** The first link ties the subselect to the outer rows; the others are joined to it as in a query of its own. */
function existsSql({ links, negated, filter }: Exists, outer: Scope): Sql {
  const scope = outer.inner();
  const [first, ...others] = links;
  if (first === undefined) return raw(negated ? '1' : '0');
  const table = linkTable(first, scope);
  const conditions = linkConditions(first, scope, filterSql);
  const joins = joinsSql(others, scope, filterSql);
  if (filter !== undefined) conditions.push(filterSql(filter, scope));
  return sql`${raw(negated ? 'NOT EXISTS' : 'EXISTS')} (SELECT 1 FROM ${table}${joins} WHERE ${allOf(conditions)})`;
}
