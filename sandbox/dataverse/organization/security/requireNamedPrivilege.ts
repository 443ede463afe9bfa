import type { Session } from '../organization.js';
import { requiredDepth } from './requiredDepth.js';
import { depthOf } from './rights.js';
import { sessionRights } from './sessionRights.js';

/**
 * Lets pass who holds a privilege that belongs to no table (`prvSendAsUser`, `prvActOnBehalfOfAnotherUser`).
 *
 * @throws DataverseError 403 0x80040220
 */
export function requireNamedPrivilege(session: Session, name: string): void {
  requiredDepth(session, name, 'none');
}

/** Whether the caller holds a privilege, at any depth. */
export function hasNamedPrivilege(session: Session, name: string): boolean {
  return depthOf(sessionRights(session), name) !== undefined;
}
