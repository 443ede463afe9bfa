import { DataverseError, errors } from '../errors.js';
import type { Session } from '../organization/organization.js';
import { requireNamedPrivilege } from '../organization/security/requireNamedPrivilege.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { StoredRow } from '../storage/store.js';
import type { EmailParty } from './emailParty.js';
import { emailStatus, partyKind } from './emailStatus.js';

/**
 * Lets pass an e-mail that can be sent: outgoing, Draft or Failed, with exactly one sender, who has an address, and
 * recipients who all have one. ("SendEmail Action"; the error codes are those of the SDK's ErrorCodes)
 *
 * @throws DataverseError 400
 */
export function requireSendable(email: StoredRow, parties: readonly EmailParty[]): EmailParty {
  const status = email['statuscode'];
  const isWaiting = status === emailStatus.draft || status === emailStatus.failed;
  if (!isWaiting || email['directioncode'] === 0) throw errors.emailNotSendable(String(email['activityid']));
  const [sender, ...others] = parties.filter(({ kind }) => kind === partyKind.sender);
  if (sender === undefined) throw errors.emailNoSender();
  if (others.length > 0) throw errors.emailSeveralSenders();
  if (sender.row?.table !== 'systemuser' && sender.row?.table !== 'queue') throw errors.emailNoSender();
  if (sender.address === undefined) throw errors.emailSenderWithoutAddress();
  const recipients = parties.filter(({ kind }) => kind !== partyKind.sender);
  if (recipients.length === 0) throw errors.emailNoRecipient();
  if (recipients.some(({ address, doNotEmail }) => address === undefined || doNotEmail)) {
    throw errors.emailPartyWithoutAddress();
  }
  return sender;
}

/**
 * Lets pass a caller who may send in the sender's name: themselves; another user who allows it, with
 * prvSendAsUser ("Send Email as Another User"); a queue they may read.
 *
 * @throws DataverseError 403 0x80040220, 0x8004480d (user), 0x8004480f (queue)
 */
export function requireSendAs(session: Session, { row }: EmailParty): void {
  if (row === undefined || row.id === session.caller.userId) return;
  if (row.table === 'queue') {
    requireQueue(session, row.id);
    return;
  }
  requireNamedPrivilege(session, 'prvSendAsUser');
  if (!allowsSendAs(session, row.id)) throw errors.sendAsUserDenied();
}

function requireQueue(session: Session, queueId: string): void {
  try {
    requirePrivilege(session, session.organization.catalogue.table('queue'), 'Read', queueId);
  } catch (error) {
    const isDenied = error instanceof DataverseError && error.status === 403;
    throw isDenied ? errors.sendAsQueueDenied() : error;
  }
}

/** The user's personal option "Allow other Microsoft Dynamics 365 users to send email on your behalf". */
function allowsSendAs({ organization }: Session, userId: string): boolean {
  const settings = organization.store.one('SELECT issendasallowed FROM usersettings WHERE systemuserid = ?', [
    userId,
  ]);
  return settings?.['issendasallowed'] === 1;
}
