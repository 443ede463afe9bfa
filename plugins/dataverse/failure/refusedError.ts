import { type InvitationError, invitationError } from '../../errors/invitationError.js';
import type { DataverseFailure } from '../door.js';
import { lackOfRights } from './lackOfRights.js';

/**
 * The error of a write that Dataverse refuses, for whoever has nothing else to do about it.
 *
 * @param operation what was asked, in words: `a redemption`
 */
export const refusedError = (failure: DataverseFailure, operation: string): InvitationError =>
  lackOfRights(failure, operation) ??
  invitationError('INV_DATAVERSE_REFUSED', { operation, reason: failure.message });
