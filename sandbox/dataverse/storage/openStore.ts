import Database from 'libsql';
import type { Catalogue } from '../metadata/catalogue.js';
import { sideTables } from './ddl.js';
import { defineTables } from './defineTables.js';
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
      store.define(sideTables());
      defineTables(store, catalogue, catalogue.tables.values());
    });
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}
