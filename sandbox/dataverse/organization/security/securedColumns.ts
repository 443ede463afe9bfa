import { errors } from '../../errors.js';
import type { Column, Table } from '../../metadata/model.js';
import type { Session } from '../organization.js';
import { columnPermission } from './rights.js';
import { sessionRights } from './sessionRights.js';

/** What column security distinguishes. */
export type ColumnVerb = 'read' | 'create' | 'update';

const none: ReadonlySet<string> = new Set();
const securedByTable = new WeakMap<Table, readonly Column[]>();

/** Logical names of the secured columns that the caller may NOT read, set on create, or update. */
export function securedColumns(session: Session, table: Table, verb: ColumnVerb): ReadonlySet<string> {
  const secured = securedOf(table);
  if (secured.length === 0) return none;
  const rights = sessionRights(session);
  const denied = secured.filter(
    ({ logicalName }) => !columnPermission(rights, table.logicalName, logicalName)[verb],
  );
  return new Set(denied.map(({ logicalName }) => logicalName));
}

/**
 * Lets pass a write that touches no secured column the caller may not write.
 *
 * @throws DataverseError 403 0x8004f508 naming the column
 */
export function requireColumnPermission(
  session: Session,
  table: Table,
  columns: Iterable<string>,
  verb: ColumnVerb,
): void {
  const denied = securedColumns(session, table, verb);
  if (denied.size === 0) return;
  for (const column of columns) {
    if (denied.has(column)) throw errors.columnAccessDenied(session.caller.userId, column, verb);
  }
}

function securedOf(table: Table): readonly Column[] {
  const secured = securedByTable.get(table) ?? [...table.columns.values()].filter((column) => column.secured);
  securedByTable.set(table, secured);
  return secured;
}
