import { randomUUID } from 'node:crypto';
import { errors } from '../errors.js';
import { insertRow } from './rowStorage.js';
import type { ManyToMany, Table } from '../metadata/model.js';
import type { Sides } from './links.js';
import { linkId, sidesOf } from './links.js';
import type { Session } from './organization.js';
import { requireLink } from './security/requireLink.js';
import { noteChange } from './security/sessionRights.js';
import { requireRow } from './validate/lookup.js';

/**
 * Links two rows through a many-to-many relationship. One transaction.
 *
 * @param sides which end is the near one, where both are of the same table
 * @throws DataverseError 404 0x80040217 when a row does not exist; 403 without Append and AppendTo; 412 0x80040237 when
 * they are linked already, unless the organization ignores that (`duplicateLinks`)
 */
export function associate(
  session: Session,
  relationship: ManyToMany,
  nearTable: Table,
  nearId: string,
  farId: string,
  sides: Sides = sidesOf(relationship, nearTable.logicalName),
): void {
  const { organization } = session;
  const { store, catalogue } = organization;
  store.transaction(() => {
    requireEnds(session, relationship, sides, nearId, farId);
    if (linkId(organization, relationship, sides, nearId, farId) !== undefined) {
      if (organization.duplicateLinks === 'ignore') return;
      throw errors.duplicateLink();
    }
    const table = catalogue.table(relationship.intersect);
    insertRow(store, table, {
      [table.primaryId]: randomUUID(),
      [sides.near.column]: nearId.toLowerCase(),
      [sides.far.column]: farId.toLowerCase(),
      versionnumber: store.nextVersion(),
    });
    noteChange(organization, relationship.intersect);
  });
}

/** Checks that both rows exist and that the caller may link them. @throws DataverseError 403, 404 */
export function requireEnds(
  session: Session,
  relationship: ManyToMany,
  { near, far }: Sides,
  nearId: string,
  farId: string,
): void {
  const { organization } = session;
  const nearEnd = { table: near.table, id: nearId.toLowerCase() };
  const farEnd = { table: far.table, id: farId.toLowerCase() };
  requireRow(organization, nearEnd);
  requireRow(organization, farEnd);
  const { catalogue } = organization;
  requireLink(
    session,
    relationship,
    { table: catalogue.table(nearEnd.table), id: nearEnd.id },
    { table: catalogue.table(farEnd.table), id: farEnd.id },
  );
}
