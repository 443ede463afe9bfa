import { requireReadableCodes } from '../code/requireReadableCodes.js';
import { calmLook, type Look, type PluginContext } from '../contract/plugin.js';
import { invitationsToSend, type InvitationToSend } from './invitationToSend.js';
import { languageColumn } from './languageColumn.js';
import { createMailboxRoom } from './mailboxRoom.js';
import { readMailing, type Mailing } from './mailing.js';
import { scatteredQueue, shuffled, wholeQueue } from './queueParts.js';

/** A send request, and what it shares with the others of its page. */
export type SendRequest = InvitationToSend & { readonly mailing: Mailing };

/**
 * Invitations read at once: few enough to be sent while what was read is fresh, enough to make the read cost
 * nothing.
 */
const pageSize = 250;

/**
 * Pages of the invitations that ask to be sent and that there is room for in their sender's mailbox. Once mailboxes are full the
 * rest of the queue is read without their owners: a hundred thousand invitations that wait for one mailbox cost a look one request.
 */
export async function* dueInvitations(
  context: PluginContext,
  { crowded }: Look = calmLook,
): AsyncGenerator<readonly SendRequest[]> {
  const { dataverse, now } = context;
  const column = await languageColumn(context);
  const room = createMailboxRoom(context.pace);

  for (const part of crowded ? await scatteredQueue(dataverse) : wholeQueue) {
    let from: readonly string[] = [];
    let reading = true;
    while (reading) {
      reading = false;
      const others = room.conditions(now());
      if (others === undefined) return;
      const read = invitationsToSend(column, pageSize, [...part.conditions, ...from, ...others]);
      for await (const rows of dataverse.pages<InvitationToSend>(read)) {
        await requireReadableCodes(rows, dataverse);
        const mailing = await readMailing(column, context);
        const admitted = room.admit(rows, mailing.senderQueue, now());
        const requests = admitted.map((invitation) => ({ ...invitation, mailing }));
        yield part.shuffled ? shuffled(requests) : requests;
        const last = rows.at(-1);
        if (admitted.length === rows.length || rows.length < pageSize || last === undefined) continue;
        // Reading begins anew, at the same place, without the owners that were just found to have no room.
        from = [`createdon ge ${last.createdon}`];
        reading = true;
        break;
      }
    }
  }
}
