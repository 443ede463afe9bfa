import type { InvalidReason } from '../../invitation/validity.js';
import { askId } from '../../invitation/ids.js';
import type { InvitationToRedeem } from '../facts/invitationToRedeem.js';
import type { Redeemer } from '../facts/redeemer.js';
import type { OwnerTask } from './ownerTask.js';

/** Id of the task that asks for a new invitation in place of one as it was sent last: after another sending they may ask again. */
export const askIdFor = (
  { inv_invitationid: id, inv_sendgeneration: generation }: InvitationToRedeem,
  contactId: string,
): string => askId(id, contactId, generation ?? 0);

const whatIs: Readonly<Record<InvalidReason, string>> = {
  inactive: 'is inactive',
  expired: 'has expired',
  exhausted: 'is used up',
};

/** The task that asks the owner of an invitation for a new one. */
export const askTask = (
  invitation: InvitationToRedeem,
  { contactid, fullname }: Redeemer,
  why: InvalidReason,
): OwnerTask => ({
  id: askIdFor(invitation, contactid),
  subject: `${fullname ?? 'A contact'} asks for a new invitation`,
  description: `The invitation “${invitation.inv_name}” ${whatIs[why]}. ${
    fullname ?? 'An invited contact'
  } has signed in with its link and asks for a new one. Send this one again with a later expiry date, or create another.`,
});
