import { errors } from '../../errors.js';
import type { Column, Table } from '../../metadata/model.js';
import type { Session } from '../organization.js';
import { columnPermission } from './rights.js';
import { sessionRights } from './sessionRights.js';

/** What column security distinguishes. */
export type ColumnVerb = 'read' | 'create' | 'update';

const none: ReadonlySet<string> = new Set();
const securedByTable = new WeakMap<Table, readonly Column[]>();

/**
 * Of the columns that a request asks for, the secured ones that the caller may NOT read, set on create, or update.
 *
 * @param columns logical names, secured or not
 */
export function securedColumns(
  session: Session,
  table: Table,
  verb: ColumnVerb,
  columns: Iterable<string>,
): ReadonlySet<string> {
  const secured = securedOf(table);
  if (secured.length === 0) return none;
  const names = new Set(columns);
  const asked = secured.map(({ logicalName }) => logicalName).filter((name) => names.has(name));
  if (asked.length === 0) return none;
  const rights = sessionRights(session);
  return new Set(
    asked.filter((name) => {
      const isGranted = columnPermission(rights, table.logicalName, name)[verb];
      const right = `${table.logicalName}.${name} ${verb}`;
      session.organization.privilegeUse?.recordColumn(session.caller.userId, right, isGranted);
      return !isGranted;
    }),
  );
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
  const [denied] = securedColumns(session, table, verb, columns);
  if (denied !== undefined) throw errors.columnAccessDenied(session.caller.userId, denied, verb);
}

function securedOf(table: Table): readonly Column[] {
  const secured = securedByTable.get(table) ?? [...table.columns.values()].filter((column) => column.secured);
  securedByTable.set(table, secured);
  return secured;
}
