import { invitation as table } from '../../solution/schema.js';
import { emailId } from '../invitation/ids.js';
import type { Write } from '../dataverse/door.js';
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
 * Mails in one request. Each is two operations and Dataverse takes 1,000 in a batch; this many keep a request
 * within seconds.
 */
const mailsPerRequest = 100;
/** Refusals after which it is not the recipients: the rest would be refused one request at a time. */
const refusalsAllowed = 3;
/** How often mails that are there already are looked up before the next round takes over. */
const lookUpsAllowed = 3;

/**
 * Hands the mails of one send request to Dataverse: a transaction a mail, all of a single invitation in one
 * request. The transaction of the last mail also sets the invitation to Sent, so there is no moment at which
 * a mail is gone and the invitation does not say so.
 *
 * The guards, and the race each closes:
 * - If-Match on the invitation: it was cancelled, redeemed, edited or sent by another service after it was
 *   read. Nothing of that transaction happens then.
 * - the mail's id (see mailWrites): a group that another service, or this one before a crash, has sent in
 *   part. The mails that exist are looked up and left out.
 * - one transaction: a crash between the mail and SendEmail, or between SendEmail and Sent.
 *
 * @throws InvitationError when the service lacks a right, or the invitation itself cannot be written; and what
 *   `compose` throws
 */
export async function handOver(job: HandOver, context: PluginContext): Promise<HandedOver> {
  const refusals: string[] = [];
  let waiting = job.recipients;
  let lookUps = 0;

  while (lookUps <= lookUpsAllowed) {
    const giveUp = refusals.length > refusalsAllowed;
    const wanted = giveUp ? 0 : Math.min(waiting.length, mailsPerRequest);
    const granted = context.pace.take(job.sender.id, wanted, context.now());
    if (granted === 0 && wanted > 0) return 'paced';
    const batch = waiting.slice(0, granted);
    const last = giveUp || batch.length === waiting.length;
    const mails = job.recipients.length - refusals.length - (giveUp ? waiting.length : 0);
    const closing = closingOf(job, mails, refusals, giveUp, context.now());

    const transactions = await transactionsOf(job, batch, last ? closing : undefined);
    const outcomes = await context.dataverse.writeEach(transactions);
    const failed = outcomes.find((outcome) => outcome.kind !== 'done');
    // Fewer answers than transactions: the rest was not tried and is still waiting.
    if (last && failed === undefined && outcomes.length === transactions.length) return closing.word;
    const done = outcomes.filter((outcome) => outcome.kind === 'done').length;
    waiting = waiting.slice(done);
    if (failed?.kind !== 'unknown') context.pace.giveBack(job.sender.id, batch.length - done);

    switch (failed?.kind) {
      case undefined:
        break;
      case 'exists':
        lookUps += 1;
        waiting = await withoutMail(waiting, job, context);
        break;
      case 'refused': {
        const forbidden = lackOfRights(failed.error, 'the mail of an invitation');
        if (forbidden) throw forbidden;
        if (waiting.length === 0 || giveUp) {
          throw invitationError('INV_SEND_REFUSED', {
            invitation: job.invitationId,
            reason: failed.error.message,
          });
        }
        refusals.push(refusalSentence(failed.error));
        waiting = waiting.slice(1);
        break;
      }
      case 'changed':
      case 'gone':
        return 'changed';
      case 'unknown':
        return 'unknown';
    }
  }
  return 'changed';
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

/** One transaction for each mail; the invitation goes with the last, or alone when no mail is left. */
async function transactionsOf(
  job: HandOver,
  batch: readonly Invitee[],
  closing: Closing | undefined,
): Promise<readonly (readonly Write[])[]> {
  const mails: (readonly Write[])[] = [];
  for (const invitee of batch) mails.push(mailWrites({ ...job, invitee, text: await job.compose(invitee) }));
  if (closing === undefined) return mails;
  return [...mails.slice(0, -1), [...(mails.at(-1) ?? []), closing.write]];
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
