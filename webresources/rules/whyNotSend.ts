import * as invitation from './invitationTable.js';
import { hasCertainlyExpired } from './expiryDay.js';

/** What decides whether an invitation can be sent, and tells whether it was meanwhile. */
export interface InvitationToSend {
  readonly '@odata.etag': string;
  readonly statecode: number;
  readonly statuscode: number;
  readonly inv_type: number;
  readonly inv_expirydate: string | null;
  readonly inv_redemptions: number | null;
  readonly inv_maximumredemptions: number | null;
  /** How often it was sent; none = 0. */
  readonly inv_sendgeneration: number | null;
}

/** Those columns, to be selected. */
export const invitationToSendColumns =
  'statecode,statuscode,inv_type,inv_expirydate,inv_redemptions,inv_maximumredemptions,inv_sendgeneration';

/** Why an invitation will not be sent. The names are those of texts. */
export type NotSent = 'notSentInactive' | 'notSentRedeemed' | 'notSentExpired' | 'notSentNoContact';

/**
 * What will stop the service for certain, so that people need not wait for its answer; undefined when nothing is known to.
 * The service looks again: it knows more, and later.
 *
 * @param hasContact whether anybody is invited
 */
export function whyNotSend(row: InvitationToSend, hasContact: boolean, now?: Date): NotSent | undefined {
  if (row.statecode !== invitation.state.active) return 'notSentInactive';
  if (isRedeemed(row)) return 'notSentRedeemed';
  if (hasCertainlyExpired(row.inv_expirydate, now)) return 'notSentExpired';
  return hasContact ? undefined : 'notSentNoContact';
}

/** A single invitation has one use, a group as many as its maximum; empty = no limit. */
function isRedeemed(row: InvitationToSend): boolean {
  if (row.statuscode === invitation.status.redeemed) return true;
  const uses = row.inv_type === invitation.type.group ? (row.inv_maximumredemptions ?? Infinity) : 1;
  return (row.inv_redemptions ?? 0) >= uses;
}
