import { type ErrorCode } from '../../errors/catalogue.js';
import { InvitationError, invitationError } from '../../errors/invitationError.js';
import { isObstacle } from '../../errors/obstacle.js';
import type { Fault } from './rowMemory.js';

/** Errors that usually pass by themselves. A row that meets nothing else for half an hour is the cause of them. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'INV_DATAVERSE_FAULT',
  'INV_DATAVERSE_ANSWER_UNREADABLE',
  'INV_OUTCOME_UNKNOWN',
  'INV_REDEMPTION_CONTENDED',
]);

/** Whose fault it is that a row failed. */
export function faultOf(error: unknown): Fault {
  if (isObstacle(error)) return 'obstacle';
  return error instanceof InvitationError && passing.has(error.code) ? 'passing' : 'row';
}

/** The error of a row for which nobody can tell whether it was acted on. */
export const noAnswer = (plugin: string): InvitationError =>
  invitationError('INV_OUTCOME_UNKNOWN', { operation: plugin, reason: 'there was no answer' });

/**
 * The error of a row that is said to have changed and comes back as it was: it is not the row that changed. Something else that it
 * needs is missing, or a plug-in of the environment says so.
 */
export const notChanged = (plugin: string): InvitationError =>
  invitationError('INV_OUTCOME_UNKNOWN', {
    operation: plugin,
    reason:
      'Dataverse says that a row is not what it was, and it is; look for a plug-in or a row that is missing',
  });
