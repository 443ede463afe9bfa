import { invitation as table } from '../../solution/schema.js';
import type { DeliveryVerdict } from './deliveryVerdict.js';

/** What the invitation is to say about its mails. `word` is for the log. */
export type DeliveryReport = {
  readonly word: 'failed' | 'cancelled' | 'late' | 'delivered';
  readonly statuscode: number;
  readonly inv_sendresult: number;
  readonly inv_senddetail: string;
};

const { status, sendResult } = table;

/**
 * The report a verdict asks for; undefined when the invitation says so already. Mails that are on their way
 * say nothing new.
 *
 * @param reported the send result that stands on the invitation
 */
export function deliveryReport(
  verdict: DeliveryVerdict,
  reported: number | null,
): DeliveryReport | undefined {
  switch (verdict.kind) {
    case 'failed':
      return {
        word: 'failed',
        statuscode: status.sendFailed,
        inv_sendresult: sendResult.deliveryFailed,
        inv_senddetail: `Dataverse could not deliver ${countOf(verdict.mails)}. Open the email on the timeline to see why; check the address of the contact and the mailbox of the sender, then send again.`,
      };
    case 'cancelled':
      return {
        word: 'cancelled',
        statuscode: status.sendFailed,
        inv_sendresult: sendResult.deliveryFailed,
        inv_senddetail: `Somebody cancelled ${countOf(verdict.mails)} before Dataverse could deliver it. Send again if the contact is to be invited.`,
      };
    case 'late':
      if (reported === sendResult.deliveryLate) return undefined;
      return {
        word: 'late',
        statuscode: status.sendFailed,
        inv_sendresult: sendResult.deliveryLate,
        inv_senddetail: `${countOf(verdict.mails)} still waiting to be sent. Check that the mailbox of the sender is approved, tested and enabled for outgoing email. When the mail leaves after all, this invitation turns to Sent by itself; sending again would mail the contact twice.`,
      };
    case 'waiting':
      return undefined;
    case 'delivered':
      if (reported !== sendResult.deliveryLate || verdict.mails === 0) return undefined;
      return {
        word: 'delivered',
        statuscode: status.sent,
        inv_sendresult: sendResult.sent,
        inv_senddetail: `${countOf(verdict.mails)} sent, later than expected.`,
      };
  }
}

const countOf = (mails: number): string => (mails === 1 ? '1 mail' : `${mails} mails`);
