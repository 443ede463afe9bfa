import { invitation as table } from '../../solution/schema.js';
import type { Write } from '../dataverse/door.js';
import { lackOfRights } from '../dataverse/failure/lackOfRights.js';
import { invitationError } from '../errors/invitationError.js';
import type { PluginContext } from '../contract/plugin.js';
import type { Invitee } from './invitationToSend.js';
import { mailWrites } from './mailWrites.js';
import type { PassedOver } from './plan.js';
import type { MailText } from './render.js';
import { refusalSentence } from './refusal.js';
import type { Sender } from './sender.js';
import { refusedReport, sentReport } from './sendReport.js';
import { waveEnd } from './waveEnd.js';
import { withoutMail } from './withoutMail.js';

/** One send request, decided and ready to leave. */
export interface HandOver {
  readonly invitationId: string;
  /** The etag the decision rests on. */
  readonly version: string;
  readonly generation: number;
  readonly sender: Sender;
  /** Mails of the sender's minute that are left to others. */
  readonly spared: number;
  readonly recipients: readonly Invitee[];
  /** Asked before a group is closed: true when somebody was invited after the recipients were read. */
  readonly someoneJoined: () => Promise<boolean>;
  readonly passedOver: readonly PassedOver[];
  /** More to write on the invitation in the same transaction: a code it did not have. */
  readonly alsoOnInvitation: Readonly<Record<string, unknown>>;
  /** Text of one mail, made only when its turn comes: a group of thousands is never in memory as mails. */
  readonly compose: (invitee: Invitee) => Promise<MailText>;
}

/**
 * How it ended.
 *  sent      handed over, to all or some; the invitation says to whom not
 *  refused   Dataverse does not take the mails; the invitation says why
 *  changed   the invitation, or a row a mail needs, is not what it was: the next round decides afresh
 *  unknown   no answer: it may have happened; the next round reads whether it did
 *  paced     the sender's mailbox has had its mails for this minute; the next round goes on
 */
export type HandedOver = 'sent' | 'refused' | 'changed' | 'unknown' | 'paced';

/**
 * Mails on their way at once, each a transaction of its own; the door gathers them into requests. Few enough that a group takes
 * no more of the way than others, and that they end within seconds when the service stops.
 */
const mailsAtOnce = 20;
/** Refusals after which it is not the recipients: the rest would be refused one by one. */
const refusalsAllowed = 3;
/** How often mails are looked up without finding any before the next round takes over. */
const fruitlessAllowed = 3;

/**
 * Hands the mails of one send request to Dataverse: a transaction a mail. That of the last mail also sets the invitation to Sent
 * and counts its generation up, so there is no moment at which a mail is gone and the invitation does not say so.
 *
 * Why nobody is mailed twice and nobody is lost, whatever happens in between:
 *
 * 1. A mail's id is made of invitation, contact and generation, and Dataverse takes an id once. As long as the generation
 *    stands, every further attempt, by this service or another, of a request that is still on its way or of one that nobody
 *    knows the end of, makes the same mail or none.
 * 2. A mail and the order to send it are one transaction: there is none that exists and was not ordered.
 * 3. The generation counts up in the transaction of the last mail alone, and that transaction has every other mail behind it:
 *    whoever waits at that moment was found done, existing or refused. So none is skipped. It carries If-Match: of two that
 *    close the same generation one gets through, and one that was read before a person asked again cannot close the new request.
 * 4. A person's next request therefore finds either the old generation (not closed: those who have their mail are left out) or
 *    a new one (closed: it is a request of its own, and everybody is mailed anew). An answer that was lost changes neither.
 * 5. Transactions that travel together are rolled back together, and then each goes alone with an outcome of its own. Without an
 *    answer each is unknown, which is never taken for done or for undone: the ids tell.
 *
 * The guards besides, and the race each closes:
 * - If-Match is the first operation: an invitation that was cancelled, redeemed, edited or sent by another service after it was
 *   read is refused before Dataverse has made a mail that it must roll back.
 * - the version, read again before each wave of a group: one that was cancelled while it waited or is being sent stops.
 * - those invited, read again before a group is closed: who joined meanwhile is mailed too.
 *
 * What is decided with the rows as they were read stays so for that attempt: the address of a contact, and whether they allow
 * mail, are those of the moment at which the invitation was looked at.
 *
 * @throws InvitationError when the service lacks a right, or the invitation itself cannot be written; what `compose` throws; and
 *   what the door throws
 */
export async function handOver(job: HandOver, context: PluginContext): Promise<HandedOver> {
  const { dataverse, pace, now } = context;
  const refusals: string[] = [];
  // A large group may have been sent in part. To find that out by refusals would cost a wave of them each time it is taken up, and
  // a group whose contacts redeem all the while, and so change its version, would not get beyond that wave.
  const mayBeBegun = job.recipients.length > mailsAtOnce;
  let waiting = mayBeBegun ? await withoutMail(job.recipients, [], job, context) : job.recipients;
  let fruitless = 0;
  let inDoubt = false;

  while (fruitless <= fruitlessAllowed) {
    const giveUp = refusals.length > refusalsAllowed;
    const last = giveUp || waiting.length <= 1;
    // The last mail takes the invitation with it, so it goes when all others have gone.
    const wanted = giveUp ? 0 : last ? waiting.length : Math.min(waiting.length - 1, mailsAtOnce);
    if (!last && !(await isUnchanged(job, context))) return 'changed';
    if (last && waiting.length < job.recipients.length && (await job.someoneJoined())) return 'changed';
    const granted = pace.take(job.sender.id, wanted, now(), job.spared);
    if (granted === 0 && wanted > 0) return 'paced';
    const batch = waiting.slice(0, granted);
    const mails = job.recipients.length - refusals.length - (giveUp ? waiting.length : 0);
    const closing = last ? closingOf(job, mails, refusals, giveUp, now()) : undefined;

    const transactions = await transactionsOf(job, batch, closing?.write).catch((error: unknown) => {
      pace.giveBack(job.sender.id, batch.length);
      throw error;
    });
    // A crash here: what is committed stays, and the next round finds its mails by their ids.
    const ended = await Promise.allSettled(transactions.map((writes) => dataverse.write(writes)));
    const { done, unknown, changed, exists, refused, failure } = waveEnd(ended);
    const mailed = batch.filter((_, index) => done.has(index)).length;
    if (mailed > 0) context.telemetry.happened('sent', undefined, mailed);
    if (!unknown) pace.giveBack(job.sender.id, batch.length - mailed);

    if (closing !== undefined && done.size === 1) return closing.word;
    if (closing !== undefined && unknown) return 'unknown';
    if (failure !== undefined) throw failure.reason as Error;
    if (changed) return 'changed';
    for (const { error } of refused.values()) {
      const forbidden = lackOfRights(error, 'the mail of an invitation');
      if (forbidden) throw forbidden;
      if (batch.length === 0) {
        throw invitationError('INV_SEND_REFUSED', { invitation: job.invitationId, reason: error.message });
      }
      refusals.push(refusalSentence(error));
    }
    const doubtful = batch.filter((_, index) => !done.has(index) && !refused.has(index));
    waiting = waiting.filter((_, index) => !done.has(index) && !refused.has(index));
    if (mailed > 0) fruitless = 0;
    if (exists || unknown) {
      const before = waiting.length;
      waiting = await withoutMail(waiting, doubtful, job, context);
      // A group that moves is not given up for the answers it loses on the way.
      fruitless = waiting.length < before ? 0 : fruitless + 1;
      inDoubt = unknown;
    }
  }
  return inDoubt ? 'unknown' : 'changed';
}

/** True while the invitation has the version that the decision rests on. */
async function isUnchanged(
  { invitationId, version }: HandOver,
  { dataverse }: PluginContext,
): Promise<boolean> {
  const row = await dataverse.row({ set: table.set, key: invitationId, select: ['statuscode'] });
  return row?.['@odata.etag'] === version;
}

interface Closing {
  readonly word: 'sent' | 'refused';
  readonly write: Write;
}

/**
 * The generation counts up only when everybody was tried: a send that stopped half-way is taken up where it
 * stopped.
 */
function closingOf(
  job: HandOver,
  mails: number,
  refusals: readonly string[],
  giveUp: boolean,
  now: Date,
): Closing {
  const word = giveUp || mails === 0 ? 'refused' : 'sent';
  const [reason = ''] = refusals;
  const row =
    word === 'refused'
      ? { ...job.alsoOnInvitation, ...refusedReport(mails, reason) }
      : {
          ...job.alsoOnInvitation,
          ...sentReport(mails, job.passedOver, refusals),
          inv_sendgeneration: job.generation,
          inv_lastsenton: now.toISOString(),
        };
  return { word, write: { kind: 'update', set: table.set, id: job.invitationId, row, version: job.version } };
}

/** One transaction for each mail; the invitation goes with the only one, or alone when no mail is left. */
async function transactionsOf(
  job: HandOver,
  batch: readonly Invitee[],
  closing: Write | undefined,
): Promise<readonly (readonly Write[])[]> {
  const mails: (readonly Write[])[] = [];
  for (const invitee of batch) mails.push(mailWrites({ ...job, invitee, text: await job.compose(invitee) }));
  return closing === undefined ? mails : [[closing, ...mails.flat()]];
}
