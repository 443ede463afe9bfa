import { invitation as table } from '../../solution/schema.js';
import { emailId } from '../invitation/ids.js';
import type { Write, WriteOutcome } from '../dataverse/door.js';
import { lackOfRights } from '../dataverse/lackOfRights.js';
import { invitationError } from '../errors/invitationError.js';
import type { PluginContext } from '../contract/plugin.js';
import type { Invitee } from './invitationToSend.js';
import { mailWrites } from './mailWrites.js';
import type { PassedOver } from './plan.js';
import type { MailText } from './render.js';
import { refusalSentence } from './refusal.js';
import type { Sender } from './sender.js';
import { refusedReport, sentReport } from './sendReport.js';

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
 * Hands the mails of one send request to Dataverse: a transaction a mail. That of the last mail also sets the invitation to Sent,
 * so there is no moment at which a mail is gone and the invitation does not say so.
 *
 * The guards, and the race each closes:
 * - If-Match on the invitation: it was cancelled, redeemed, edited or sent by another service after it was
 *   read. Nothing of that transaction happens then. It is the first operation: whoever lost is refused before Dataverse has
 *   made a mail that it must roll back.
 * - the version, read again between the mails of a group: a group that was cancelled while it is sent stops.
 * - the mail's id (see mailWrites): a group that another service, or this one before a crash, has sent in
 *   part. The mails that exist are looked up and left out.
 * - one transaction: a crash between the mail and SendEmail, or between SendEmail and Sent.
 *
 * @throws InvitationError when the service lacks a right, or the invitation itself cannot be written; what `compose` throws; and
 *   what the door throws
 */
export async function handOver(job: HandOver, context: PluginContext): Promise<HandedOver> {
  const { dataverse, pace, now } = context;
  const refusals: string[] = [];
  let waiting = job.recipients;
  let fruitless = 0;
  let begun = false;
  let inDoubt = false;

  while (fruitless <= fruitlessAllowed) {
    const giveUp = refusals.length > refusalsAllowed;
    const last = giveUp || waiting.length <= 1;
    // The last mail takes the invitation with it, so it goes when all others have gone.
    const wanted = giveUp ? 0 : last ? waiting.length : Math.min(waiting.length - 1, mailsAtOnce);
    if (begun && !last && !(await isUnchanged(job, context))) return 'changed';
    begun = true;
    const granted = pace.take(job.sender.id, wanted, now(), job.spared);
    if (granted === 0 && wanted > 0) return 'paced';
    const batch = waiting.slice(0, granted);
    const mails = job.recipients.length - refusals.length - (giveUp ? waiting.length : 0);
    const closing = last ? closingOf(job, mails, refusals, giveUp, now()) : undefined;

    const transactions = await transactionsOf(job, batch, closing?.write);
    // A crash here: what is committed stays, and the next round finds its mails by their ids.
    const ended = await Promise.allSettled(transactions.map((writes) => dataverse.write(writes)));
    const { done, unknown, changed, exists, refused, failure } = sorted(ended);
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
    waiting = waiting.filter((_, index) => !done.has(index) && !refused.has(index));
    if (mailed > 0) fruitless = 0;
    if (exists || unknown) {
      const before = waiting.length;
      waiting = await withoutMail(waiting, job, context);
      // A group that moves is not given up for the answers it loses on the way.
      fruitless = waiting.length < before ? 0 : fruitless + 1;
      inDoubt = unknown;
    }
  }
  return inDoubt ? 'unknown' : 'changed';
}

/** How the transactions of a batch ended, by their place in it. */
function sorted(ended: readonly PromiseSettledResult<WriteOutcome>[]) {
  const outcomes = ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  const some = (...kinds: readonly WriteOutcome['kind'][]): boolean =>
    outcomes.some((outcome) => outcome !== undefined && kinds.includes(outcome.kind));
  const refused = new Map<number, Extract<WriteOutcome, { kind: 'refused' }>>();
  outcomes.forEach((outcome, index) => {
    if (outcome?.kind === 'refused') refused.set(index, outcome);
  });
  return {
    done: new Set(outcomes.flatMap((outcome, index) => (outcome?.kind === 'done' ? [index] : []))),
    unknown: some('unknown'),
    changed: some('changed', 'gone'),
    exists: some('exists'),
    refused,
    failure: ended.find((one) => one.status === 'rejected'),
  };
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

/** Those of the recipients whose mail of this generation does not exist yet. */
async function withoutMail(
  recipients: readonly Invitee[],
  { invitationId, generation }: HandOver,
  { dataverse }: PluginContext,
): Promise<readonly Invitee[]> {
  const existing = new Set<string>();
  const pages = dataverse.pages<{ activityid: string }>({
    set: 'emails',
    select: ['activityid'],
    filter: `_regardingobjectid_value eq ${invitationId}`,
    orderBy: ['activityid asc'],
    pageSize: 5000,
  });
  for await (const rows of pages) for (const { activityid } of rows) existing.add(activityid.toLowerCase());
  return recipients.filter(({ contactid }) => !existing.has(emailId(invitationId, contactid, generation)));
}
