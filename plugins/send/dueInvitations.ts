import { requireReadableCodes } from '../code/requireReadableCodes.js';
import { calmLook, type Look, type PluginContext } from '../contract/plugin.js';
import { invitationsToSend, type InvitationToSend } from './invitationToSend.js';
import { languageColumn } from './languageColumn.js';
import { createMailboxRoom, type MailboxRoom } from './mailboxRoom.js';
import { readMailing, type Mailing } from './mailing.js';
import { isOneOf, queueWindow, scattered } from './queueParts.js';

/** A send request, and what it shares with the others of its page. */
export type SendRequest = InvitationToSend & { readonly mailing: Mailing };

/**
 * Invitations read at once: few enough to be sent while what was read is fresh, enough to make the read cost
 * nothing.
 */
const pageSize = 250;

/** What the pages of one look share. */
interface LookParts {
  readonly context: PluginContext;
  /** The contact's column with the language. */
  readonly column: string;
  readonly room: MailboxRoom;
}

/**
 * Pages of the invitations that ask to be sent and that there is room for in their sender's mailbox. Once mailboxes are full the
 * rest of the queue is read without their owners: a hundred thousand invitations that wait for one mailbox cost a look one request.
 */
export async function* dueInvitations(
  context: PluginContext,
  { crowded }: Look = calmLook,
): AsyncGenerator<readonly SendRequest[]> {
  const column = await languageColumn(context);
  const parts = { context, column, room: createMailboxRoom(context.pace) };
  yield* crowded ? fromSomewhere(parts) : oldestFirst(parts);
}

/** The whole queue: what a service does that is alone. */
async function* oldestFirst(parts: LookParts): AsyncGenerator<readonly SendRequest[]> {
  const { context, column, room } = parts;
  let from: readonly string[] = [];
  let reading = true;
  while (reading) {
    reading = false;
    const others = room.conditions(context.now());
    if (others === undefined) return;
    const read = invitationsToSend(column, pageSize, [...from, ...others]);
    for await (const rows of context.dataverse.pages<InvitationToSend>(read)) {
      const admitted = admit(rows, await readShared(rows, parts), parts);
      yield admitted;
      const last = rows.at(-1);
      if (admitted.length === rows.length || rows.length < pageSize || last === undefined) continue;
      // Reading begins anew, at the same place, without the owners that were just found to have no room.
      from = [`createdon ge ${last.createdon}`];
      reading = true;
      break;
    }
  }
}

/** The head of the queue from a random place in it on: where others probably are not. Costs one request more. */
async function* fromSomewhere(parts: LookParts): AsyncGenerator<readonly SendRequest[]> {
  const { context, column, room } = parts;
  const others = room.conditions(context.now());
  if (others === undefined) return;
  const { rows: queue } = await context.dataverse.page<InvitationToSend>(queueWindow(others));
  let mailing: Mailing | undefined;
  let read = 0;
  for (const ids of scattered(queue.map((row) => row.inv_invitationid))) {
    const stretch = invitationsToSend(column, ids.length, [isOneOf(ids), ...others]);
    const { rows } = await context.dataverse.page<InvitationToSend>(stretch);
    if (rows.length === 0) continue;
    // Stretches are short; what they share is as fresh as on a page of usual length.
    if (mailing === undefined || read + rows.length > pageSize) {
      mailing = await readShared(rows, parts);
      read = 0;
    }
    read += rows.length;
    const admitted = admit(rows, mailing, parts);
    yield admitted;
    // The next look leaves out the owners that were just found to have no room.
    if (admitted.length < rows.length) return;
  }
}

/** What these rows share, once it is certain that their codes can be seen. */
async function readShared(
  rows: readonly InvitationToSend[],
  { context, column }: LookParts,
): Promise<Mailing> {
  await requireReadableCodes(rows, context.dataverse);
  return readMailing(column, context);
}

/** Those that there is room for. */
const admit = (
  rows: readonly InvitationToSend[],
  mailing: Mailing,
  { context, room }: LookParts,
): readonly SendRequest[] =>
  room.admit(rows, mailing.senderQueue, context.now()).map((row) => ({ ...row, mailing }));
