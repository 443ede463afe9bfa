import { errors } from '../errors.js';
import { changeEmail } from '../email/changeEmail.js';
import { emailParties } from '../email/emailParty.js';
import { emailStatus } from '../email/emailStatus.js';
import { requireSendable, requireSendAs } from '../email/sendRules.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { StoredRow } from '../storage/store.js';
import type { Message } from './message.js';
import { booleanParameter, optionalText } from './parameters.js';
import { complexResponse } from './response.js';

/**
 * `SendEmail(IssueSend, TrackingToken)` action, bound to an e-mail. With `IssueSend` the mail becomes Pending Send and
 * server-side synchronization takes it; without, it is marked Sent and nothing leaves. A second call on the same mail
 * is refused: by then it is neither Draft nor Failed.
 */
export const sendEmail: Message = {
  name: 'SendEmail',
  kind: 'action',
  binding: { to: 'row', tables: ['email'] },
  run: (call) => {
    const { session, boundId = '' } = call;
    const { clock, catalogue } = session.organization;
    const table = catalogue.table('email');
    const email = retrieveStored(session, table, boundId);
    if (email === undefined) throw errors.notFound('email', boundId);
    requirePrivilege(session, table, 'Read', boundId);
    requirePrivilege(session, table, 'Write', boundId);
    requireRegarding(session, email);
    const issueSend = booleanParameter(call, 'IssueSend');
    const token = optionalText(call, 'TrackingToken');
    requireSendAs(session, requireSendable(email, emailParties(session, boundId)));

    const subject = [email['subject'], token]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' ');
    const now = clock.now().toISOString();
    changeEmail(session, boundId, issueSend ? emailStatus.pendingSend : emailStatus.sent, {
      subject,
      trackingtoken: token ?? null,
      actualend: now,
      ...(issueSend ? { deliveryattempts: 0, postponeemailprocessinguntil: null } : { senton: now }),
    });
    return complexResponse(call.request, 'SendEmailResponse', { Subject: subject });
  },
};

/** Who sends a mail must be able to read the row it is about. @throws DataverseError 403 */
function requireRegarding(session: Session, email: StoredRow): void {
  const { regardingobjectid: id, regardingobjectid$type: table } = email;
  if (typeof id !== 'string' || typeof table !== 'string') return;
  requirePrivilege(session, session.organization.catalogue.table(table), 'Read', id);
}
