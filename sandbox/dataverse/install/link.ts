import { associate } from '../organization/associate.js';
import type { Session } from '../organization/organization.js';
import { quote } from '../storage/columns.js';

/** Links two rows through an N:N relationship unless they are linked already. `near` is a row of the table named. */
export function ensureLink(
  session: Session,
  relationshipName: string,
  near: { readonly table: string; readonly id: string },
  farId: string,
): void {
  const { catalogue, store } = session.organization;
  const relationship = catalogue.manyToMany.find(
    ({ schemaName }) => schemaName.toLowerCase() === relationshipName,
  );
  if (relationship === undefined)
    throw new Error(`The base tables lack the relationship ${relationshipName}.`);
  const { first, second, intersect } = relationship;
  const [nearEnd, farEnd] = first.table === near.table ? [first, second] : [second, first];
  const linked = store.one(
    `SELECT 1 AS linked FROM ${quote(intersect)} WHERE ${quote(nearEnd.column)} = ? AND ${quote(farEnd.column)} = ?`,
    [near.id, farId],
  );
  if (linked === undefined) associate(session, relationship, catalogue.table(near.table), near.id, farId);
}
