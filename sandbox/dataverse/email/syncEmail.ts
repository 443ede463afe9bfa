import type { Transporter } from 'nodemailer';
import type { Organization, Session } from '../organization/organization.js';
import { systemSession } from '../organization/systemSession.js';
import type { StoredRow } from '../storage/store.js';
import { changeEmail } from './changeEmail.js';
import { emailParties } from './emailParty.js';
import { EmailQueue } from './emailQueue.js';
import { emailStatus, partyKind } from './emailStatus.js';
import { hasAddress, messageId, mimeMessage } from './mimeMessage.js';
import { isMailboxApproved } from './senderMailbox.js';

/** How a pass of server-side synchronization goes about it. */
export interface EmailSyncOptions {
  /** Attempts to deliver a mail before it is Failed. */
  readonly maximumAttempts?: number;
  /** Mails under way at a time. */
  readonly concurrency?: number;
  /** A mailbox that is stuck takes nothing: everything stays in Pending Send. */
  readonly isStuck?: () => boolean;
  /** What passes before this one have met; without it the pass meets every mail. */
  readonly queue?: EmailQueue;
}

/** What one pass did, in numbers of mails. */
export interface EmailSyncResult {
  readonly sent: number;
  /** Given up: the server refused them, or all attempts are used up. */
  readonly failed: number;
  /** Back in Pending Send, to be tried again later. */
  readonly postponed: number;
}

type Outcome = keyof EmailSyncResult;

/**
 * One pass of server-side synchronization: takes the mails in Pending Send, oldest first, to SMTP, and marks them Sent.
 *
 * A mail is handed over at least once: when the process dies between the server's "250" and the mark, the mail is sent
 * again after `resumeEmailSync`, under the same Message-ID. When the transport fails, the mail goes back to Pending
 * Send for a while that doubles with each attempt; when the server refuses the mail for good (5xx) or the attempts are
 * used up, it is Failed.
 */
export async function syncEmail(
  organization: Organization,
  transport: Transporter,
  options: EmailSyncOptions = {},
): Promise<EmailSyncResult> {
  const { concurrency = 5, isStuck = () => false, queue = new EmailQueue(organization) } = options;
  const result: Record<Outcome, number> = { sent: 0, failed: 0, postponed: 0 };
  const due = queue.due(now(organization));
  const work = async (): Promise<void> => {
    // Asked first: a mail that is taken from the queue counts as met.
    while (!isStuck()) {
      const next = due.next();
      if (next.done === true) return;
      const outcome = await deliver(organization, transport, next.value, options.maximumAttempts ?? 10);
      if (outcome !== undefined) result[outcome] += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
  } catch (error) {
    queue.startOver();
    throw error;
  }
  return result;
}

/**
 * To be called before a pass, when no other is under way: mails that a pass has begun (Sending) and, because of a crash,
 * not ended may have left or not. They are sent again rather than lost.
 */
export function resumeEmailSync(organization: Organization): void {
  const session = systemSession(organization);
  const begun = organization.store.all('SELECT activityid FROM email WHERE statuscode = ?', [
    emailStatus.sending,
  ]);
  for (const { activityid } of begun) changeEmail(session, String(activityid), emailStatus.pendingSend);
}

async function deliver(
  organization: Organization,
  transport: Transporter,
  id: string,
  maximumAttempts: number,
): Promise<Outcome | undefined> {
  const session = systemSession(organization);
  const email = organization.store.one('SELECT * FROM email WHERE activityid = ? AND statuscode = ?', [
    id,
    emailStatus.pendingSend,
  ]);
  if (email === undefined) return undefined;
  const parties = emailParties(session, id);
  const sender = parties.find(({ kind }) => kind === partyKind.sender);
  if (sender === undefined || !isMailboxApproved(organization, sender)) return undefined;
  if (!parties.every(hasAddress) || parties.length < 2) return fail(session, email);

  const attempt = attempts(email) + 1;
  changeEmail(session, id, emailStatus.sending, {
    deliveryattempts: attempt,
    deliverylastattemptedon: now(organization),
  });
  try {
    await transport.sendMail(mimeMessage(email, parties.filter(hasAddress), organization.clock.now()));
  } catch (error) {
    const isFinal = isRefusal(error) || attempt >= maximumAttempts;
    return isFinal ? fail(session, email) : postpone(session, id, attempt);
  }
  changeEmail(session, id, emailStatus.sent, {
    senton: now(organization),
    messageid: messageId(id, sender.address ?? ''),
    postponeemailprocessinguntil: null,
  });
  return 'sent';
}

function fail(session: Session, email: StoredRow): Outcome {
  changeEmail(session, String(email['activityid']), emailStatus.failed);
  return 'failed';
}

function postpone(session: Session, id: string, attempt: number): Outcome {
  const until = new Date(session.organization.clock.now().getTime() + 1000 * 2 ** (attempt - 1));
  changeEmail(session, id, emailStatus.pendingSend, { postponeemailprocessinguntil: stored(until) });
  return 'postponed';
}

/** The server's "no" to this very mail: an SMTP reply of 500 and above. Everything else may pass by itself. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;
}

function attempts(email: StoredRow): number {
  return Number(email['deliveryattempts'] ?? 0);
}

function now(organization: Organization): string {
  return stored(organization.clock.now());
}

function stored(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
