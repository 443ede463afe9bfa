import type { Through } from './links.js';
import { linkId, requireEnds } from './links.js';
import type { Session } from './organization.js';
import { removeRow } from './rowStorage.js';
import { noteChange } from './security/sessionRights.js';

/**
 * Unlinks two rows. Rows that are not linked are left as they are, as Dataverse does. One transaction.
 *
 * @throws DataverseError 404 0x80040217 when a row does not exist; 403 without Append and AppendTo
 */
export function disassociate(session: Session, through: Through, nearId: string, farId: string): void {
  const { organization } = session;
  const { intersect } = through.relationship;
  organization.store.transaction(() => {
    requireEnds(session, through, nearId, farId);
    const id = linkId(organization, through, nearId, farId);
    if (id === undefined) return;
    removeRow(organization.store, organization.catalogue.table(intersect), id);
    noteChange(organization, intersect);
  });
}
