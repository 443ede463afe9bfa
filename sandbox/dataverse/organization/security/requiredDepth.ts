import { errors } from '../../errors.js';
import type { Depth } from '../../metadata/solution.js';
import type { Session } from '../organization.js';
import { depthOf } from './rights.js';
import { sessionRights } from './sessionRights.js';

/**
 * How far a privilege reaches that the caller must hold.
 *
 * @param table the table to name in the refusal
 * @throws DataverseError 403 0x80040220 when no role gives it
 */
export function requiredDepth(session: Session, privilege: string, table: string): Depth {
  const depth = depthOf(sessionRights(session), privilege);
  session.organization.privilegeUse?.record(session.caller.userId, privilege, depth !== undefined);
  if (depth === undefined) throw errors.missingPrivilege(session.caller.userId, privilege, table);
  return depth;
}
