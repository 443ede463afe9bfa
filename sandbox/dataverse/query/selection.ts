import type { Column, Table } from '../metadata/model.js';
import { securedColumns } from '../organization/security/securedColumns.js';
import { isPolymorphic, physicalColumns, quote, typeColumn } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Link, Query, ResultRow, Value } from './model.js';
import { physical, readableColumn, type Scope } from './scope.js';
import { join, raw, sql, type Sql } from './sql.js';

interface SelectedColumn {
  readonly link: string | undefined;
  /** Key in the result row: the column's name, or `<column>$type`. */
  readonly name: string;
  /** Name in the SQL result. */
  readonly output: string;
  readonly expression: Sql;
  readonly read: (stored: Value) => Value;
}

/** What a statement selects, and how its rows are read back. */
export interface Selection {
  readonly sql: Sql;
  /** Names of the SQL result's columns, quoted. */
  readonly outputs: readonly string[];
  toRow(stored: StoredRow): ResultRow;
}

/**
 * The columns of the root table and of all links. Secured columns that the caller may not read come back null.
 * The primary id always comes, except for distinct rows.
 */
export function selection(query: Query, scope: Scope): Selection {
  const root = scope.source(undefined).table;
  const names = columnNames(root, query.columns);
  const rootNames = query.distinct === true ? names : [...new Set([root.primaryId, ...names])];
  const selected = [
    ...select(undefined, rootNames, scope),
    ...query.links.flatMap((link) => select(link.alias, linkNames(link, scope), scope)),
  ];
  return {
    sql: join(
      selected.map(({ expression, output }) => sql`${expression} AS ${raw(quote(output))}`),
      ', ',
    ),
    outputs: selected.map(({ output }) => quote(output)),
    toRow: (stored) => toRow(stored, selected),
  };
}

/** The names of a table's columns that lie in its rows and may be read. */
export function columnNames(table: Table, columns: Query['columns']): readonly string[] {
  if (columns !== 'all') return columns;
  return [...table.columns.values()]
    .filter((column) => column.validForRead && physicalColumns(column).length > 0)
    .map(({ logicalName }) => logicalName);
}

function linkNames(link: Link, scope: Scope): readonly string[] {
  return link.columns === 'none' ? [] : columnNames(scope.source(link.alias).table, link.columns);
}

function select(link: string | undefined, names: readonly string[], scope: Scope): SelectedColumn[] {
  const source = scope.source(link);
  const hidden = securedColumns(scope.session, source.table, 'read', names);
  return names.flatMap((name) => {
    const column = readableColumn(source.table, name);
    const outputs = isPolymorphic(column) ? [name, typeColumn(column)] : [name];
    return outputs.map((output) => ({
      link,
      name: output,
      output: `${source.sqlAlias}.${output}`,
      expression: hidden.has(name) ? raw('NULL') : physical(source, output),
      read: reader(column),
    }));
  });
}

function reader(column: Column): (stored: Value) => Value {
  if (column.type === 'bit') return (stored) => (stored === null ? null : stored === 1);
  if (column.type === 'multiselectpicklist') {
    return (stored) => (typeof stored === 'string' ? stored.slice(1, -1) : stored);
  }
  return (stored) => stored;
}

function toRow(stored: StoredRow, selected: readonly SelectedColumn[]): ResultRow {
  const values: Record<string, Value> = {};
  const links: Record<string, Record<string, Value>> = {};
  for (const { link, name, output, read } of selected) {
    const holder = link === undefined ? values : (links[link] ??= {});
    holder[name] = read(stored[output] ?? null);
  }
  return { values, links };
}
