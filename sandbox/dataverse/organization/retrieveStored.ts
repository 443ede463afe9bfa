import { quote, tableName } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Session } from './organization.js';

/**
 * A row as it lies in the store, whoever asks; undefined when there is none.
 *
 * @param columns physical names of those that are needed; all when left out, which takes ten times as long
 */
export function retrieveStored(
  { organization }: Session,
  table: Table,
  id: string,
  columns?: readonly string[],
): StoredRow | undefined {
  const selected = columns?.map(quote).join(', ') ?? '*';
  return organization.store.one(
    `SELECT ${selected} FROM ${tableName(table)} WHERE ${quote(table.primaryId)} = ?`,
    [id.toLowerCase()],
  );
}
