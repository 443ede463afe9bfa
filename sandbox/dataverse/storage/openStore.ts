import Database from 'libsql';
import type { Catalogue } from '../metadata/catalogue.js';
import { addColumns, createIndexes, createTable, sideTables } from './ddl.js';
import { SqliteStore } from './sqliteStore.js';
import type { Store } from './store.js';

/**
 * Opens the organization's rows: in a file (made when there is none), or in memory when no file is named. Creates every
 * table of the catalogue with its indexes, and adds columns that an older file does not have yet. What is committed
 * survives a crash of the process and of the machine (write-ahead log, synced at every commit).
 */
export function openStore(catalogue: Catalogue, file?: string): Store {
  const database = new Database(file ?? ':memory:');
  if (file !== undefined) database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const store = new SqliteStore(database);
  try {
    store.transaction(() => {
      defineTables(database, store, catalogue);
    });
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}

function defineTables(database: Database.Database, store: Store, catalogue: Catalogue): void {
  const present = presentColumns(store);
  const statements = [...sideTables()];
  for (const table of catalogue.tables.values()) {
    const columns = present.get(table.logicalName);
    statements.push(...(columns === undefined ? [createTable(table)] : addColumns(table, columns)));
    statements.push(...createIndexes(catalogue, table));
  }
  database.exec(statements.join(';\n'));
}

function presentColumns(store: Store): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  const sql = `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'`;
  for (const row of store.all(sql)) {
    const columns = tables.get(String(row['table'])) ?? new Set<string>();
    tables.set(String(row['table']), columns.add(String(row['column'])));
  }
  return tables;
}
