import { reportId } from '../../invitation/ids.js';
import type { Grant } from '../decide.js';
import type { OwnerTask } from './ownerTask.js';

/**
 * The task that tells the owner of an invitation that Dataverse refuses what it grants.
 *
 * @param message what Dataverse has against it
 */
export const refusedTask = ({ invitation, redeemer }: Grant, message: string): OwnerTask => ({
  id: reportId('redemption', invitation.inv_invitationid, redeemer.contactid),
  subject: `${redeemer.fullname ?? 'A contact'} could not redeem the invitation “${invitation.inv_name}”`,
  description: `${message}\nNothing was granted. Once the cause is mended, the contact can redeem it with the same link.`,
});
