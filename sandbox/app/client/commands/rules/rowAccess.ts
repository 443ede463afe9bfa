import { noAccess, readAccess, type Access } from '../../form/model/rowAccess.js';
import type { Host, LookupRow } from '../../host/host.js';

/** What the user may do to a row; nothing when the server does not say. Never rejects. */
export type RowAccess = (row: LookupRow) => Promise<Access>;

/**
 * Asks the server once for each row as it was read: the list makes new row objects when it reads again, and then the
 * answer may be another.
 */
export function createRowAccess(host: Host): RowAccess {
  const known = new WeakMap<LookupRow, Promise<Access>>();
  return (row) => {
    const asked = known.get(row) ?? ask(host, row);
    known.set(row, asked);
    return asked;
  };
}

async function ask(host: Host, row: LookupRow): Promise<Access> {
  const table = host.definition.tables[row.table];
  return table === undefined ? noAccess : readAccess(host, table, row.id).catch(() => noAccess);
}
