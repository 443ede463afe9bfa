import { type InvitationError, invitationError } from '../../errors/invitationError.js';
import { isFault } from './fault.js';
import type { RequestFailure } from './requestFailure.js';
import { patience } from './retryDecision.js';

/** "Resource not found for the segment 'inv_invitations'": the environment has no such table. */
const unknownSegment = '0x8006088a';

/** What the error's sentence speaks of. */
export interface Asked {
  /** Base address of the environment. */
  readonly url: string;
  /** What was asked, in words: `reading inv_invitations`. Without values. */
  readonly operation: string;
  /** The table or entity set it was about. */
  readonly set: string;
}

/** The error a caller of the door sees when a request failed for good. */
export function doorError(failure: RequestFailure, { url, operation, set }: Asked): InvitationError {
  const reason = failure.message;
  const options = { cause: failure };
  const { status, code } = failure;
  if (status === undefined) return invitationError('INV_DATAVERSE_UNREACHABLE', { url, reason }, options);
  if (status < 300) return invitationError('INV_DATAVERSE_ANSWER_UNREADABLE', { operation, reason }, options);
  if (status === 401) return invitationError('INV_DATAVERSE_UNAUTHORIZED', { url }, options);
  if (status === 403) return invitationError('INV_DATAVERSE_FORBIDDEN', { operation, reason }, options);
  if (status === 429)
    return invitationError('INV_DATAVERSE_BUSY', { operation, seconds: patience / 1000 }, options);
  if (code?.toLowerCase() === unknownSegment)
    return invitationError('INV_SOLUTION_MISSING', { table: set }, options);
  if (isFault(failure)) return invitationError('INV_DATAVERSE_FAULT', { operation, reason }, options);
  return invitationError('INV_DATAVERSE_REFUSED', { operation, reason }, options);
}
