import { type InvitationError, invitationError } from '../../errors/invitationError.js';
import type { DataverseFailure } from '../door.js';

/**
 * The error of a refusal that only says that the service's own user lacks a right (Web API: error codes): a privilege of its role, or
 * the column security profile. Such a refusal must be no row's fate, because the same request is right as soon as an administrator has mended
 * it. Undefined when the refusal is about the rows.
 *
 * @param operation what was asked, in words: `a redemption`
 */
export function lackOfRights(
  { code, message }: DataverseFailure,
  operation: string,
): InvitationError | undefined {
  switch (code?.toLowerCase()) {
    case '0x80040220':
      return invitationError('INV_DATAVERSE_FORBIDDEN', { operation, reason: message });
    case '0x8004f508':
      return invitationError('INV_CODE_UNREADABLE');
    default:
      return undefined;
  }
}
