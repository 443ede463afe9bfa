import type { Table } from '../../metadata/model.js';
import type { Session } from '../organization.js';
import { privilegeName } from './privilegeNames.js';
import { depthOf } from './rights.js';
import type { SqlCondition } from './rowScope.js';
import { rowScope } from './rowScope.js';
import { sessionRights } from './sessionRights.js';

/**
 * The condition that keeps the rows the caller may read. It asks for no privilege: `requirePrivilege` does; without
 * one, no row is kept.
 *
 * @param alias name of the table in the query, unquoted
 * @returns undefined when every row may be read
 */
export function readFilter(session: Session, table: Table, alias: string): SqlCondition | undefined {
  const name = privilegeName(table, 'Read');
  if (name === undefined) return undefined;
  const rights = sessionRights(session);
  const depth = depthOf(rights, name);
  if (depth === undefined) return { sql: '0', parameters: [] };
  return rowScope(session.organization.catalogue, table, depth, rights, alias);
}
