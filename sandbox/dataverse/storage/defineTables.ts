import type { Catalogue } from '../metadata/catalogue.js';
import type { Table } from '../metadata/model.js';
import {
  addColumns,
  createIndexes,
  createTable,
  loadStatistics,
  prepareStatistics,
  queueStatistics,
} from './ddl.js';
import type { Store } from './store.js';

/**
 * Brings the store's tables in line with metadata: creates those that are missing, with their indexes, and adds the
 * columns that those there do not have yet. Nothing is taken away.
 *
 * @throws UniqueViolation when rows that are there do not fit a new alternate key
 */
export function defineTables(store: Store, catalogue: Catalogue, tables: Iterable<Table>): void {
  const present = presentColumns(store);
  const statements: string[] = [prepareStatistics];
  for (const table of tables) {
    const columns = present.get(table.logicalName);
    statements.push(...(columns === undefined ? [createTable(table)] : addColumns(table, columns)));
    statements.push(...createIndexes(catalogue, table), ...queueStatistics(table));
  }
  statements.push(loadStatistics);
  store.define(statements);
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
