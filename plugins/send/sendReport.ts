import { invitation as table } from '../../solution/schema.js';
import { isInvitationError } from '../errors/invitationError.js';
import type { PassedOver, SkipReason } from './plan.js';

/** What the invitation shows about its last send; goes into one update together with whatever caused it. */
export type SendReport = {
  readonly statuscode: number;
  readonly inv_sendresult: number;
  readonly inv_senddetail: string;
};

const { status, sendResult } = table;

/** As many names as a reader takes in; the rest is a number. */
const namesShown = 20;

/** What stopped the whole invitation, and what to do. */
const skipSentences: Readonly<Record<SkipReason, string>> = {
  noEmailAddress:
    'The invited contact has no valid address in Email (emailaddress1). Fill it in and send again.',
  contactInactive: 'The invited contact is inactive. Activate the contact or invite another one.',
  doNotEmail:
    'The invited contact does not allow email. Change the contact preferences or invite them another way.',
  expired: 'The expiry date has passed. Set a later one and send again.',
  alreadyRedeemed: 'The invitation has been redeemed already; nobody is left to invite with it.',
  noSender:
    'The owner of the invitation cannot send mail, because it is a team, an application, a disabled user or a user without an address, and there is no sender queue. Assign the invitation to a user with a mailbox or name an active queue in inv_SenderQueue.',
  noRecipient: 'Nobody can be mailed. Add an invited contact with a valid address and send again.',
};

/** Why one contact of several was passed over. */
const passedOverWords: Readonly<Record<SkipReason, string>> = {
  noEmailAddress: 'no valid address in Email',
  contactInactive: 'inactive',
  doNotEmail: 'does not allow email',
  expired: 'expired',
  alreadyRedeemed: 'has redeemed already',
  noSender: 'no sender',
  noRecipient: 'not invited',
};

/**
 * Nothing was sent. A redeemed invitation is back where it was; every other waits for somebody to mend it.
 */
export function skippedReport(reason: SkipReason, passedOver: readonly PassedOver[]): SendReport {
  return report(
    reason === 'alreadyRedeemed' && passedOver.length === 0 ? status.redeemed : status.sendFailed,
    sendResult[reason],
    passedOver.length > 1 ? [skipSentences[reason], listOf(passedOver)] : [skipSentences[reason]],
  );
}

/** Mails were handed over to Dataverse for delivery. */
export function sentReport(
  mails: number,
  passedOver: readonly PassedOver[],
  refused: readonly string[] = [],
): SendReport {
  const whole = passedOver.length === 0 && refused.length === 0;
  return report(status.sent, whole ? sendResult.sent : sendResult.partlySent, [
    `${countOf(mails)} handed over for delivery.`,
    ...(passedOver.length > 0 ? [listOf(passedOver)] : []),
    ...refused,
  ]);
}

/** Dataverse refused mails, so that sending stopped; `mails` went out before. */
export function refusedReport(mails: number, reason: string): SendReport {
  return report(
    status.sendFailed,
    sendResult.refusedByDataverse,
    mails === 0
      ? [reason]
      : [
          `${countOf(mails)} handed over, then sending stopped.`,
          reason,
          'Send again when it is mended: only those who have no mail yet get one.',
        ],
  );
}

/** The template cannot be used; `reason` says how to mend it. */
export function templateReport(reason: string): SendReport {
  return report(status.sendFailed, sendResult.templateError, [reason]);
}

/**
 * Sending failed again and again; the service gives up until somebody asks again. The sentence of an error that nobody foresaw
 * may say anything, so it stays in the log.
 */
export function setAsideReport(error: unknown): SendReport {
  const reason = isInvitationError(error)
    ? error.message
    : 'The service met an unexpected error; its log tells more.';
  return report(status.sendFailed, sendResult.setAside, [
    'Sending failed repeatedly, so it was set aside.',
    reason,
    'Send again when it is mended.',
  ]);
}

const report = (statuscode: number, result: number, sentences: readonly string[]): SendReport => ({
  statuscode,
  inv_sendresult: result,
  inv_senddetail: sentences.join(' ').slice(0, table.lengths.inv_senddetail),
});

const countOf = (mails: number): string => (mails === 1 ? '1 mail' : `${mails} mails`);

function listOf(passedOver: readonly PassedOver[]): string {
  const shown = passedOver
    .slice(0, namesShown)
    .map(({ name, reason }) => `${name} (${passedOverWords[reason]})`);
  const more = passedOver.length - shown.length;
  return `Not mailed: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
