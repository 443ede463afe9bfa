import { quote, tableName } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Session } from './organization.js';

/** A row as it lies in the store, whoever asks; undefined when there is none. */
export function retrieveStored({ organization }: Session, table: Table, id: string): StoredRow | undefined {
  return organization.store.one(`SELECT * FROM ${tableName(table)} WHERE ${quote(table.primaryId)} = ?`, [
    id.toLowerCase(),
  ]);
}
