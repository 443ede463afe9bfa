import type { ErrorCode } from '../../errors/catalogue.js';
import { isInvitationError } from '../../errors/invitationError.js';
import { RequestFailure } from '../failure/requestFailure.js';
import { isLockedOut } from '../failure/writeOutcome.js';

const codes: ReadonlySet<ErrorCode> = new Set([
  'INV_SIGN_IN_FAILED',
  'INV_FEDERATED_TOKEN_UNAVAILABLE',
  'INV_DATAVERSE_UNAUTHORIZED',
  'INV_DATAVERSE_FORBIDDEN',
  'INV_CODE_UNREADABLE',
]);

/**
 * True when an error says that one application user cannot work, and nothing about the others: no token for it, its token not accepted,
 * locked out of the environment, without the rights it needs.
 */
export function isRefused(error: unknown): boolean {
  if (error instanceof RequestFailure) return error.status === 401 || isLockedOut(error);
  return isInvitationError(error) && codes.has(error.code);
}
