import type { Table } from '../metadata/model.js';
import type { Reference } from './attributes.js';
import type { Session } from './organization.js';
import { referencingRows } from './referencingRows.js';

/**
 * Gives the children of an assigned row to its new owner too, as far as each relationship says: all of them, the active
 * ones, or those of the same owner ("Configure table relationship cascading behavior").
 *
 * @param assign gives a child to the owner (`assignRow`)
 */
export function cascadeAssign(
  session: Session,
  table: Table,
  id: string,
  formerOwnerId: string,
  owner: Reference,
  assign: (session: Session, table: Table, id: string, formerOwnerId: string, owner: Reference) => void,
): void {
  const { catalogue } = session.organization;
  for (const relationship of catalogue.oneToMany) {
    if (relationship.referencedTable !== table.logicalName || relationship.onAssign === 'NoCascade') continue;
    const child = catalogue.table(relationship.referencingTable);
    if (child.ownership !== 'user' || child.logicalName === 'activitypointer') continue;
    for (const row of referencingRows(session, relationship, id)) {
      const isMeant =
        relationship.onAssign === 'Cascade' ||
        (relationship.onAssign === 'Active' && row['statecode'] === 0) ||
        (relationship.onAssign === 'UserOwned' && row['ownerid'] === formerOwnerId);
      if (isMeant) assign(session, child, String(row[child.primaryId]), String(row['ownerid']), owner);
    }
  }
}
