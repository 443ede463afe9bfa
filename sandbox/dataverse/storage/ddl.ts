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
 * does), the pair of ids of an intersect table, lookups, status reason and row version.
 */
export function createIndexes(catalogue: Catalogue, table: Table): string[] {
  const unique = table.keys.map((key) => uniqueIndex(table, key.logicalName, keyColumns(table, key)));
  const pairs = catalogue.manyToMany
    .filter((relationship) => relationship.intersect === table.logicalName)
    .map(({ schemaName, first, second }) => uniqueIndex(table, schemaName, [first.column, second.column]));
  const searched = [...table.columns.values()].filter(isSearched).map(({ logicalName }) => logicalName);
  return [...unique, ...pairs, ...searched.map((column) => plainIndex(table, column))];
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
  return isLookup(column) || column.type === 'status' || column.logicalName === 'versionnumber';
}

function uniqueIndex(table: Table, name: string, columns: readonly string[]): string {
  return `CREATE UNIQUE INDEX IF NOT EXISTS ${quote(`${table.logicalName}$${name}`)} ON ${tableName(table)} (${columns.map(quote).join(', ')})`;
}

/** The id behind the column spares a page, which is read in the order of ids, the sorting of all matches. */
function plainIndex(table: Table, column: string): string {
  return `CREATE INDEX IF NOT EXISTS ${quote(`${table.logicalName}$${column}`)} ON ${tableName(table)} (${quote(column)}, ${quote(table.primaryId)})`;
}
