import { errors } from '../errors.js';
import { quote, tableName } from '../storage/columns.js';
import type { Store, StoredRow } from '../storage/store.js';
import { UniqueViolation } from '../storage/uniqueViolation.js';
import type { Table } from '../metadata/model.js';
import { violatedKey } from './alternateKeys.js';

/** Writes a new row. @throws DataverseError 412 when its id (0x80040237) or an alternate key (0x80060892) exists */
export function insertRow(store: Store, table: Table, row: StoredRow): void {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${tableName(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  translated(table, () => store.run(sql, Object.values(row)));
}

/** Changes columns of a row. @throws DataverseError 412 0x80060892 when an alternate key exists on another row */
export function changeRow(store: Store, table: Table, id: string, changes: StoredRow): void {
  const names = Object.keys(changes);
  const sql = `UPDATE ${tableName(table)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE ${quote(table.primaryId)} = ?`;
  translated(table, () => store.run(sql, [...Object.values(changes), id]));
}

/** Removes a row. */
export function removeRow(store: Store, table: Table, id: string): void {
  store.run(`DELETE FROM ${tableName(table)} WHERE ${quote(table.primaryId)} = ?`, [id]);
}

function translated(table: Table, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const key = violatedKey(table, error.columns);
    throw key === undefined ? errors.duplicateRecord() : errors.keyViolated(key.logicalName);
  }
}
