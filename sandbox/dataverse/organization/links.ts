import { quote } from '../storage/columns.js';
import type { ManyToMany, ManyToManyEnd } from '../metadata/model.js';
import type { Organization } from './organization.js';

/** A relationship seen from one of its tables. */
export interface Sides {
  readonly near: ManyToManyEnd;
  readonly far: ManyToManyEnd;
}

/**
 * The ends of a relationship as seen from a table. Where both ends are of the same table the first one is near.
 *
 * @throws Error when the table is at neither end
 */
export function sidesOf({ first, second, schemaName }: ManyToMany, table: string): Sides {
  if (first.table === table) return { near: first, far: second };
  if (second.table === table) return { near: second, far: first };
  throw new Error(`${table} is at no end of ${schemaName}.`);
}

/** Id of the intersect row that links two rows; undefined when they are not linked. */
export function linkId(
  { catalogue, store }: Organization,
  { intersect }: ManyToMany,
  { near, far }: Sides,
  nearId: string,
  farId: string,
): string | undefined {
  const id = quote(catalogue.table(intersect).primaryId);
  const sql = `SELECT ${id} AS id FROM ${quote(intersect)} WHERE ${quote(near.column)} = ? AND ${quote(far.column)} = ?`;
  const found = store.one(sql, [nearId.toLowerCase(), farId.toLowerCase()])?.['id'];
  return typeof found === 'string' ? found : undefined;
}
