import type { Table } from '../metadata/model.js';
import type { StoredRow } from '../storage/store.js';
import { replacePlatformParties } from './activityParties.js';
import { changePointer, hasPointer } from './activityPointer.js';
import { carryApproval } from './defaultMailbox.js';
import type { Session } from './organization.js';
import { changeRow } from './rowStorage.js';
import { noteChange } from './security/sessionRights.js';

/** Stores changed columns of a row, with everything that hangs on them: pointer and parties of an activity, rights. */
export function writeChanges(session: Session, table: Table, id: string, changes: StoredRow): void {
  const { catalogue, store } = session.organization;
  changeRow(store, table, id, changes);
  changePointer(catalogue, store, table, id, changes);
  carryApproval(session, table, id, changes);
  if (hasPointer(table)) replacePlatformParties(session, table, id, changes);
  noteChange(session.organization, table.logicalName);
}
