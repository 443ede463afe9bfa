import type { ErrorCode } from './catalogue.js';
import { InvitationError } from './invitationError.js';

/** The errors that lie in the service's surroundings: whatever row it turns to next, it meets the same. */
const codes: ReadonlySet<ErrorCode> = new Set([
  'INV_SIGN_IN_FAILED',
  'INV_FEDERATED_TOKEN_UNAVAILABLE',
  'INV_SIGN_IN_UNREACHABLE',
  'INV_DATAVERSE_UNREACHABLE',
  'INV_DATAVERSE_UNAUTHORIZED',
  'INV_DATAVERSE_FORBIDDEN',
  'INV_DATAVERSE_BUSY',
  'INV_SOLUTION_MISSING',
  'INV_CODE_UNREADABLE',
]);

/** True when `error` stands in the way of all rows, not of one. */
export function isObstacle(error: unknown): error is InvitationError {
  return error instanceof InvitationError && codes.has(error.code);
}
