import { removeRow } from './rowStorage.js';
import type { ManyToMany, Table } from '../metadata/model.js';
import { requireEnds } from './associate.js';
import type { Sides } from './links.js';
import { linkId, sidesOf } from './links.js';
import type { Session } from './organization.js';
import { noteChange } from './security/sessionRights.js';

/**
 * Unlinks two rows. Rows that are not linked are left as they are, as Dataverse does. One transaction.
 *
 * @param sides which end is the near one, where both are of the same table
 * @throws DataverseError 404 0x80040217 when a row does not exist; 403 without Append and AppendTo
 */
export function disassociate(
  session: Session,
  relationship: ManyToMany,
  nearTable: Table,
  nearId: string,
  farId: string,
  sides: Sides = sidesOf(relationship, nearTable.logicalName),
): void {
  const { organization } = session;
  organization.store.transaction(() => {
    requireEnds(session, relationship, sides, nearId, farId);
    const id = linkId(organization, relationship, sides, nearId, farId);
    if (id === undefined) return;
    removeRow(organization.store, organization.catalogue.table(relationship.intersect), id);
    noteChange(organization, relationship.intersect);
  });
}
