import * as invitation from '../rules/invitationTable.js';
import { sendCorrelation } from '../rules/sendCorrelation.js';
import type { InvitationToSend, NotSent } from '../rules/whyNotSend.js';
import { updateIfUnchanged } from '../rows/updateIfUnchanged.js';
import { obstacleTo, readInvitation } from './readInvitation.js';

/** What became of the request; the names are those of texts. */
export type Requested = 'sendRequested' | 'alreadyRequested' | 'hasBeenSent' | NotSent;

/** What is known of an invitation from when people were asked. */
type Asked = Pick<InvitationToSend, '@odata.etag' | 'inv_sendgeneration'>;

/**
 * Asks the service to send the invitation as it was when people said yes. While they read the question somebody else may
 * have asked for the same: the mail must not go out twice, so the row is written only if nobody has. Other changes, the
 * service's code for one, are no obstacle. Without an answer the row says whether it was written.
 *
 * @throws what the write was refused with
 */
export async function requestSend(id: string, asked: Asked): Promise<Requested> {
  const columns = { statuscode: invitation.status.sendRequested };
  const correlation = await sendCorrelation(id, (asked.inv_sendgeneration ?? 0) + 1);
  for (let etag = asked['@odata.etag']; ;) {
    let refusal: unknown;
    const written = await updateIfUnchanged(id, etag, columns, correlation).catch((error: unknown) => {
      refusal = error;
    });
    if (written) return 'sendRequested';
    const row = await readInvitation(id);
    const obstacle = obstacleTo(row);
    if (obstacle !== undefined) return obstacle;
    if (row.inv_sendgeneration !== asked.inv_sendgeneration) return 'hasBeenSent';
    if (refusal !== undefined) throw refusal;
    etag = row['@odata.etag'];
  }
}
