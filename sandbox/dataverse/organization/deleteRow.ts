import { errors } from '../errors.js';
import { quote } from '../storage/columns.js';
import type { Table } from '../metadata/model.js';
import { hasPointer, removePointer } from './activityPointer.js';
import { removeParties } from './activityParties.js';
import { cascadeDelete } from './cascadeDelete.js';
import { recordDeletion } from './deletedRows.js';
import type { Session } from './organization.js';
import { retrieveStored } from './retrieveStored.js';
import { removeRow } from './rowStorage.js';
import { requirePrivilege } from './security/requirePrivilege.js';
import { noteChange } from './security/sessionRights.js';
import type { WriteConditions } from './versionCheck.js';
import { requireVersion } from './versionCheck.js';
import { requireWritableTable } from './writableTable.js';

/**
 * Deletes a row. Its children go, lose their lookup, or forbid it, as their relationships say; its links vanish. One
 * transaction.
 *
 * @param conditions the version the caller has seen (If-Match)
 * @throws DataverseError 404 0x80040217 when there is no such row; 412 0x80060882 when its version is another one; 403
 * without the privilege, on a child that would go with it too; 405 0x80040227 when a child forbids it
 */
export function deleteRow(
  session: Session,
  table: Table,
  id: string,
  conditions: WriteConditions = {},
): void {
  const { store, catalogue, clock } = session.organization;
  store.transaction(() => {
    requireWritableTable(table, 'Delete');
    const row = retrieveStored(session, table, id);
    if (!row) throw errors.notFound(table.logicalName, id);
    requirePrivilege(session, table, 'Delete', id);
    requireVersion(row, conditions);
    cascadeDelete(session, table, id, deleteRow);
    removeLinks(session, table, id);
    if (hasPointer(table)) {
      removeParties(session, id);
      removePointer(catalogue, store, table, id);
      recordDeletion(store, catalogue.table('activitypointer'), id, clock.now());
    }
    removeRow(store, table, id);
    recordDeletion(store, table, id, clock.now());
    noteChange(session.organization, table.logicalName);
  });
}

function removeLinks({ organization }: Session, table: Table, id: string): void {
  for (const { first, second, intersect } of organization.catalogue.manyToMany) {
    for (const end of [first, second]) {
      if (end.table !== table.logicalName) continue;
      const sql = `DELETE FROM ${quote(intersect)} WHERE ${quote(end.column)} = ?`;
      if (organization.store.run(sql, [id]) > 0) noteChange(organization, intersect);
    }
  }
}
