import { errors } from '../../errors.js';
import { quote, tableName } from '../../storage/columns.js';
import type { Table } from '../../metadata/model.js';
import type { Depth } from '../../metadata/solution.js';
import type { Session } from '../organization.js';
import type { Verb } from './privilegeNames.js';
import { privilegeName } from './privilegeNames.js';
import { requiredDepth } from './requiredDepth.js';
import { depthOf } from './rights.js';
import { rowScope } from './rowScope.js';
import { sessionRights } from './sessionRights.js';

/**
 * Lets pass who may do `verb` to a table and, when an id is given, to that row of it.
 *
 * @param rowId a row that exists; without it only the table-wide privilege is asked for
 * @throws DataverseError 403 0x80040220 when no role gives the privilege, 403 0x80048306 when it does not reach the row
 */
export function requirePrivilege(session: Session, table: Table, verb: Verb, rowId?: string): void {
  const name = privilegeName(table, verb);
  if (name === undefined) return;
  const depth = requiredDepth(session, name, table.logicalName);
  if (rowId !== undefined && !reaches(session, table, depth, rowId)) {
    throw errors.accessDenied(session.caller.userId, rowId, `${verb}Access`);
  }
}

/** Whether the caller may do `verb` to that row. Nothing is asked for, so nothing is recorded as used. */
export function mayDo(session: Session, table: Table, verb: Verb, rowId: string): boolean {
  const name = privilegeName(table, verb);
  if (name === undefined) return true;
  const depth = depthOf(sessionRights(session), name);
  return depth !== undefined && reaches(session, table, depth, rowId);
}

function reaches(session: Session, table: Table, depth: Depth, rowId: string): boolean {
  const { catalogue, store } = session.organization;
  const scope = rowScope(catalogue, table, depth, sessionRights(session), 'target');
  if (!scope) return true;
  const sql = `SELECT 1 AS found FROM ${tableName(table)} target WHERE target.${quote(table.primaryId)} = ? AND ${scope.sql}`;
  return store.one(sql, [rowId, ...scope.parameters]) !== undefined;
}
