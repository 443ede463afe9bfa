import { quote } from '../storage/columns.js';
import type { ManyToMany, ManyToManyEnd } from '../metadata/model.js';
import type { Organization, Session } from './organization.js';
import { requireLink } from './security/requireLink.js';
import { requireRow } from './validate/lookup.js';

/** A many-to-many relationship seen from one of its tables; a navigation property to many is one. */
export interface Through {
  readonly relationship: ManyToMany;
  readonly near: ManyToManyEnd;
  readonly far: ManyToManyEnd;
}

/**
 * A relationship as seen from a table. Where both ends are of the same table the first one is near.
 *
 * @throws Error when the table is at neither end
 */
export function seenFrom(relationship: ManyToMany, table: string): Through {
  const { first, second, schemaName } = relationship;
  if (first.table === table) return { relationship, near: first, far: second };
  if (second.table === table) return { relationship, near: second, far: first };
  throw new Error(`${table} is at no end of ${schemaName}.`);
}

/** Id of the intersect row that links two rows; undefined when they are not linked. */
export function linkId(
  { catalogue, store }: Organization,
  { relationship: { intersect }, near, far }: Through,
  nearId: string,
  farId: string,
): string | undefined {
  const id = quote(catalogue.table(intersect).primaryId);
  const sql = `SELECT ${id} AS id FROM ${quote(intersect)} WHERE ${quote(near.column)} = ? AND ${quote(far.column)} = ?`;
  const found = store.one(sql, [nearId.toLowerCase(), farId.toLowerCase()])?.['id'];
  return typeof found === 'string' ? found : undefined;
}

/** Checks that both rows exist and that the caller may link them. @throws DataverseError 403, 404 */
export function requireEnds(
  session: Session,
  { relationship, near, far }: Through,
  nearId: string,
  farId: string,
): void {
  const { organization } = session;
  const end = ({ table }: ManyToManyEnd, id: string) => {
    requireRow(organization, { table, id: id.toLowerCase() });
    return { table: organization.catalogue.table(table), id: id.toLowerCase() };
  };
  requireLink(session, relationship, [end(near, nearId), end(far, farId)]);
}
