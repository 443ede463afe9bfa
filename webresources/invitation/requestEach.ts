import { pieces } from '../rows/pieces.js';
import type { Written } from '../rows/writeRows.js';
import { reasonOf } from '../text/reasonOf.js';
import { text } from '../text/text.js';
import type { InvitationRow } from './invitationsToSend.js';
import { requestSend } from './requestSend.js';

/** Requests under way at once: as many as a browser and Dataverse take from one person without making them wait. */
const atOnce = 10;

/**
 * Asks the service to send each invitation that is still as people saw it. Each is a request of its own, because only that
 * can be bound to the version that was read; one that fails stops no other.
 *
 * @param goOn called before each piece with the rows behind; false stops
 */
export async function requestEach(
  rows: readonly InvitationRow[],
  goOn: (done: number, total: number) => boolean,
): Promise<Written> {
  const done: string[] = [];
  const failed: { name: string; reason: string }[] = [];
  let tried = 0;
  for (const piece of pieces(rows, atOnce)) {
    if (!goOn(tried, rows.length)) break;
    const reasons = await Promise.all(piece.map(whyNotAsked));
    piece.forEach((row, index) => {
      const reason = reasons[index];
      if (reason === undefined) done.push(row.inv_invitationid);
      else failed.push({ name: row.inv_name ?? text('noName'), reason });
    });
    tried += piece.length;
  }
  return { done, failed, left: rows.length - tried };
}

/** Undefined when the service has been asked, by us or by somebody who was quicker. */
async function whyNotAsked(row: InvitationRow): Promise<string | undefined> {
  try {
    const requested = await requestSend(row.inv_invitationid, row);
    return requested.startsWith('notSent') ? text(requested) : undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
