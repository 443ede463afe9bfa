import { isPolymorphic, tableName, typeColumn } from '../storage/columns.js';
import { requireRead, visibleRows } from './access.js';
import type { Filter, Link } from './model.js';
import { physical, readableColumn, type Scope, type Source } from './scope.js';
import { allOf, join, raw, sql, type Sql } from './sql.js';

/** How the filter of a link becomes SQL; handed in because filters contain links too. */
type FilterCompiler = (filter: Filter, scope: Scope) => Sql;

/** Every link as a JOIN clause, in the query's order (a parent comes before what hangs on it). */
export function joinsSql(links: readonly Link[], scope: Scope, compile: FilterCompiler): Sql {
  return join(
    links.map((link) => {
      const table = linkTable(link, scope);
      const on = allOf(linkConditions(link, scope, compile));
      return sql` ${raw(link.join === 'inner' ? 'JOIN' : 'LEFT JOIN')} ${table} ON ${on}`;
    }),
    '',
  );
}

/** Adds the link's table to the scope and gives it as it stands in FROM. Throws 403 when the caller may not read it. */
export function linkTable(link: Link, scope: Scope): Sql {
  const table = scope.session.organization.catalogue.table(link.table);
  requireRead(scope.session, table);
  const source = scope.add(link.alias, table);
  return raw(`${tableName(table)} ${source.sqlAlias}`);
}

/** What ties a link to its parent, hides rows the caller may not see, and filters it. */
export function linkConditions(link: Link, scope: Scope, compile: FilterCompiler): Sql[] {
  const source = scope.source(link.alias);
  const parent = scope.source(link.parent);
  const from = readableColumn(source.table, link.fromColumn);
  const to = readableColumn(parent.table, link.toColumn);
  const conditions = [sql`${physical(source, from.logicalName)} = ${physical(parent, to.logicalName)}`];
  if (isPolymorphic(from)) conditions.push(...pointsTo(source, typeColumn(from), parent));
  if (isPolymorphic(to)) conditions.push(...pointsTo(parent, typeColumn(to), source));
  const visible = visibleRows(scope.session, source);
  if (visible !== undefined) conditions.push(visible);
  if (link.filter !== undefined) conditions.push(compile(link.filter, scope));
  return conditions;
}

/** A pointer has the id of its activity, whose type the lookup names: the id alone says that it is meant. */
function pointsTo(holder: Source, column: string, target: Source): Sql[] {
  if (target.table.logicalName === 'activitypointer') return [];
  return [sql`${physical(holder, column)} = ${target.table.logicalName}`];
}
