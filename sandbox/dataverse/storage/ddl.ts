import { isLookup } from '../metadata/isLookup.js';
import type { AlternateKey, Column, Table } from '../metadata/model.js';
import type { Catalogue } from '../metadata/catalogue.js';
import {
  comparedColumn,
  isPolymorphic,
  physicalColumns,
  quote,
  sqlType,
  tableName,
  typeColumn,
} from './columns.js';

/** The first row version handed out is one more; a number of Dataverse's own magnitude, so nobody relies on small ones. */
const firstVersion = 1_000_000;

/** Statements for the side tables: deleted rows (change tracking), customised metadata and the row version counter. */
export function sideTables(): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS "$deleted" (table_name TEXT NOT NULL, id TEXT NOT NULL, versionnumber INTEGER NOT NULL, deletedon TEXT NOT NULL, PRIMARY KEY (table_name, id)) WITHOUT ROWID`,
    `CREATE INDEX IF NOT EXISTS "$deleted$versionnumber" ON "$deleted" (table_name, versionnumber)`,
    `CREATE TABLE IF NOT EXISTS "$customizations" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE IF NOT EXISTS "$counter" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID`,
    `INSERT OR IGNORE INTO "$counter" (name, value) VALUES ('version', ${String(firstVersion)})`,
  ];
}

/** The statement that creates a table with all its columns. */
export function createTable(table: Table): string {
  const lines = [...physicalTypes(table)].map(([name, type]) =>
    name === table.primaryId ? `${quote(name)} ${type} PRIMARY KEY NOT NULL` : `${quote(name)} ${type}`,
  );
  return `CREATE TABLE IF NOT EXISTS ${tableName(table)} (${lines.join(', ')})`;
}

/** The statements that add the columns an older file's table does not have yet. */
export function addColumns(table: Table, present: ReadonlySet<string>): string[] {
  return [...physicalTypes(table)]
    .filter(([name]) => !present.has(name))
    .map(([name, type]) => `ALTER TABLE ${tableName(table)} ADD COLUMN ${quote(name)} ${type}`);
}

/**
 * The statements for a table's indexes: alternate keys (unique; SQLite lets rows with a null part pass, as Dataverse
 * does), the pair of ids of an intersect table, lookups, row version, and the age of rows of one status reason.
 */
export function createIndexes(catalogue: Catalogue, table: Table): string[] {
  const unique = table.keys.map((key) => uniqueIndex(table, key.logicalName, keyColumns(table, key)));
  const pairs = catalogue.manyToMany
    .filter((relationship) => relationship.intersect === table.logicalName)
    .map(({ schemaName, first, second }) => uniqueIndex(table, schemaName, [first.column, second.column]));
  const searched = [...table.columns.values()].filter(isSearched).map(({ logicalName }) => logicalName);
  return [
    ...unique,
    ...pairs,
    ...searched.map((column) => plainIndex(table, [column])),
    ...queueIndexes(table),
  ];
}

/** The statement that drops an index: that of an alternate key, or of a searched column. */
export function dropIndex(table: string, key: string): string {
  return `DROP INDEX IF EXISTS ${quote(`${table}$${key}`)}`;
}

/** The statement that drops a table with its rows and indexes. */
export function dropTable(table: string): string {
  return `DROP TABLE IF EXISTS ${quote(table)}`;
}

/** The statements that drop a column, and the index that names it. */
export function dropColumn(table: Table, column: Column): string[] {
  return [
    dropIndex(table.logicalName, column.logicalName),
    ...physicalColumns(column).map((name) => `ALTER TABLE ${tableName(table)} DROP COLUMN ${quote(name)}`),
  ];
}

function physicalTypes(table: Table): Map<string, string> {
  const types = new Map<string, string>();
  for (const column of table.columns.values()) {
    for (const name of physicalColumns(column)) types.set(name, sqlType(column) ?? 'TEXT');
  }
  return types;
}

function keyColumns(table: Table, key: AlternateKey): string[] {
  return key.columns
    .map((name) => {
      const column = table.columns.get(name);
      if (column === undefined) {
        throw new Error(
          `Key '${key.logicalName}' of table '${table.logicalName}' names an unknown column '${name}'.`,
        );
      }
      return isPolymorphic(column) ? [column.logicalName, typeColumn(column)] : [comparedColumn(column)];
    })
    .flat();
}

function isSearched(column: Column): boolean {
  if (['createdby', 'createdonbehalfby', 'modifiedby', 'modifiedonbehalfby'].includes(column.logicalName))
    return false;
  return isLookup(column) || column.logicalName === 'versionnumber';
}

/** What a queue is read by: rows of one status reason, the oldest first. */
const queueColumns = ['statuscode', 'createdon'] as const;

function queueIndexes(table: Table): string[] {
  return hasQueue(table) ? [plainIndex(table, queueColumns)] : [];
}

function hasQueue({ columns }: Table): boolean {
  return queueColumns.every((name) => columns.has(name));
}

/** The statement that makes room for statistics of SQLite's query planner; `sqlite_stat1` cannot be created by hand. */
export const prepareStatistics = `ANALYZE ${quote('$counter')}`;

/**
 * The statements that tell SQLite's query planner what it would otherwise take wrongly: that many rows have one status
 * reason. Left to itself it prefers the index of the queue to that of a lookup, and reads every mail there is for each
 * invitation. The numbers are those of a big table, whatever it holds, so that plans do not change with the data.
 */
export function queueStatistics(table: Table): string[] {
  if (!hasQueue(table)) return [];
  const index = `${table.logicalName}$${queueColumns.join('+')}`;
  return [
    `DELETE FROM sqlite_stat1 WHERE idx = '${index}'`,
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('${table.logicalName}', '${index}', '1000000 200000 100 1')`,
  ];
}

/** The statement after which the planner knows new statistics. */
export const loadStatistics = 'ANALYZE sqlite_schema';

function uniqueIndex(table: Table, name: string, columns: readonly string[]): string {
  return `CREATE UNIQUE INDEX IF NOT EXISTS ${quote(`${table.logicalName}$${name}`)} ON ${tableName(table)} (${columns.map(quote).join(', ')})`;
}

/** The id behind the columns spares a page, whose rows end up in the order of ids, the sorting of all matches. */
function plainIndex(
  { logicalName, primaryId }: Pick<Table, 'logicalName' | 'primaryId'>,
  columns: readonly string[],
): string {
  const name = quote(`${logicalName}$${columns.join('+')}`);
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${quote(logicalName)} (${[...columns, primaryId].map(quote).join(', ')})`;
}
