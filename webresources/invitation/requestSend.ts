import * as invitation from '../rules/invitationTable.js';
import { whyNotSend, type NotSent } from '../rules/whyNotSend.js';
import { updateIfUnchanged } from '../rows/updateIfUnchanged.js';
import { readInvitation, type InvitationWithInvitees } from './readInvitation.js';

/** What became of the request; the names are those of texts. */
export type Requested = 'sendRequested' | 'alreadyRequested' | 'hasBeenSent' | NotSent;

/**
 * Asks the service to send the invitation as it was when people said yes. While they read the question somebody else may
 * have asked for the same: the mail must not go out twice, so the row is written only if nobody has. Other changes, the
 * service's code for one, are no obstacle.
 */
export async function requestSend(id: string, asked: InvitationWithInvitees): Promise<Requested> {
  let row = asked;
  while (
    !(await updateIfUnchanged(id, row['@odata.etag'], { statuscode: invitation.status.sendRequested }))
  ) {
    row = await readInvitation(id);
    const obstacle = whyNotSend(row, row.invitees.length > 0);
    if (obstacle !== undefined) return obstacle;
    if (row.statuscode === invitation.status.sendRequested) return 'alreadyRequested';
    if (row.inv_sendgeneration !== asked.inv_sendgeneration) return 'hasBeenSent';
  }
  return 'sendRequested';
}
