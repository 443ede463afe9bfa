import { randomUUID } from 'node:crypto';
import { errors } from '../errors.js';
import type { Through } from './links.js';
import { linkId, requireEnds } from './links.js';
import type { Session } from './organization.js';
import { insertRow } from './rowStorage.js';
import { noteChange } from './security/sessionRights.js';

/**
 * Links two rows through a many-to-many relationship. One transaction.
 *
 * @throws DataverseError 404 0x80040217 when a row does not exist; 403 without Append and AppendTo; 412 0x80040237 when
 * they are linked already, unless the organization ignores that (`duplicateLinks`)
 */
export function associate(session: Session, through: Through, nearId: string, farId: string): void {
  const { organization } = session;
  const { store, catalogue } = organization;
  const { relationship, near, far } = through;
  store.transaction(() => {
    requireEnds(session, through, nearId, farId);
    if (linkId(organization, through, nearId, farId) !== undefined) {
      if (organization.duplicateLinks === 'ignore') return;
      throw errors.duplicateLink();
    }
    const table = catalogue.table(relationship.intersect);
    insertRow(store, table, {
      [table.primaryId]: randomUUID(),
      [near.column]: nearId.toLowerCase(),
      [far.column]: farId.toLowerCase(),
      versionnumber: store.nextVersion(),
    });
    noteChange(organization, relationship.intersect);
  });
}
