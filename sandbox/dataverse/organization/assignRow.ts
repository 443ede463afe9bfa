import type { Table } from '../metadata/model.js';
import type { Reference } from './attributes.js';
import { cascadeAssign } from './cascadeAssign.js';
import type { Session } from './organization.js';
import { ownerColumns } from './ownership.js';
import { requirePrivilege } from './security/requirePrivilege.js';
import { modificationColumns } from './systemColumns.js';
import { writeChanges } from './writeChanges.js';

/**
 * Gives a row to the new owner of its parent, and its own children with it. Assign is all that takes ("Assign message
 * privileges"), and a mail that was sent goes along: its owner changes, not what it says.
 *
 * @throws DataverseError 403 without the privilege
 */
export function assignRow(
  session: Session,
  table: Table,
  id: string,
  formerOwner: string,
  owner: Reference,
): void {
  requirePrivilege(session, table, 'Assign', id);
  writeChanges(session, table, id, {
    ...ownerColumns(session, table, owner),
    ...modificationColumns(session, table),
  });
  if (owner.id !== formerOwner) cascadeAssign(session, table, id, formerOwner, owner, assignRow);
}
