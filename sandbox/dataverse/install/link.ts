import { associate } from '../organization/associate.js';
import { linkId, seenFrom } from '../organization/links.js';
import type { Session } from '../organization/organization.js';

/** Links two rows through an N:N relationship unless they are linked already. `near` is a row of the table named. */
export function ensureLink(
  session: Session,
  relationshipName: string,
  near: { readonly table: string; readonly id: string },
  farId: string,
): void {
  const { organization } = session;
  const relationship = organization.catalogue.manyToMany.find(
    ({ schemaName }) => schemaName.toLowerCase() === relationshipName,
  );
  if (relationship === undefined)
    throw new Error(`The base tables lack the relationship ${relationshipName}.`);
  const through = seenFrom(relationship, near.table);
  if (linkId(organization, through, near.id, farId) === undefined) {
    associate(session, through, near.id, farId);
  }
}
