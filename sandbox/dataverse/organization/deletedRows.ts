import { quote } from '../storage/columns.js';
import type { Store } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import { storedDate } from '../storage/dates.js';

/** Remembers that a row is gone, for clients that follow the table's changes. */
export function recordDeletion(store: Store, table: Table, id: string, now: Date): void {
  if (!table.changeTracking) return;
  store.run(
    `INSERT OR REPLACE INTO ${quote('$deleted')} (table_name, id, versionnumber, deletedon) VALUES (?, ?, ?, ?)`,
    [table.logicalName, id, store.nextVersion(), storedDate(now, false)],
  );
}

/** A row came back under an id that was deleted before; it is no longer gone. */
export function forgetDeletion(store: Store, table: Table, id: string): void {
  if (!table.changeTracking) return;
  store.run(`DELETE FROM ${quote('$deleted')} WHERE table_name = ? AND id = ?`, [table.logicalName, id]);
}
