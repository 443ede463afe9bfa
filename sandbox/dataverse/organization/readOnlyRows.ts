import { errors } from '../errors.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Session } from './organization.js';
import { isSystem } from './systemSession.js';

/**
 * Refuses changes of a completed or cancelled email: only the platform moves it on, from Pending Send to Sent or Failed
 * (table reference "Email"). Rows of other tables stay writable when they are inactive; only forms lock them.
 *
 * @throws DataverseError 400
 */
export function requireOpen(session: Session, table: Table, id: string, row: StoredRow): void {
  const isClosedEmail = table.logicalName === 'email' && row['statecode'] !== 0;
  if (isClosedEmail && !isSystem(session)) throw errors.readOnlyRow(table.logicalName, id);
}
