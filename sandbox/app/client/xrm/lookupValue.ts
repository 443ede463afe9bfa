import { bracedId, normalizeId } from '../host/guid.js';
import type { LookupRow } from '../host/host.js';

/** A row as scripts have it (LookupValue). */
export interface LookupValue {
  readonly id: string;
  readonly name?: string;
  readonly entityType: string;
}

/** A row for a script; its id in braces and upper case, as the real client gives it. */
export function lookupValue(row: LookupRow): LookupValue {
  return { id: bracedId(row.id), name: row.name, entityType: row.table };
}

/** A row that a script gave. */
export function lookupRow({ id, name = '', entityType }: LookupValue): LookupRow {
  return { id: normalizeId(id), name, table: entityType };
}
