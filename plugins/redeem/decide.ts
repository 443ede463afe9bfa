import { redemptionId } from '../invitation/ids.js';
import { isExhausted, validity, type InvalidReason } from '../invitation/validity.js';
import type { Settings } from '../contract/settings.js';
import {
  invitedIds,
  isEndedAsExpired,
  isGroup,
  redeemedIds,
  type InvitationToRedeem,
} from './facts/invitationToRedeem.js';
import type { Redeemer } from './facts/redeemer.js';
import type { Joins, RedemptionFacts } from './facts/redemptionFacts.js';
import type { Nobody } from './recognise/recognition.js';
import { grantsFor, type Grants } from './grants/grants.js';

/** The redemption is granted. */
export interface Grant {
  readonly kind: 'grant';
  readonly invitation: InvitationToRedeem;
  readonly redeemer: Redeemer;
  readonly joins: Joins;
  readonly redemptionId: string;
  readonly grants: Grants;
  /** Number of successful redemptions, this one included. */
  readonly redemptions: number;
  /** True when this is the last use. */
  readonly exhausted: boolean;
}

/** The contact has redeemed the invitation before. */
export interface Already {
  readonly kind: 'already';
  readonly invitation: InvitationToRedeem;
  readonly redeemer: Redeemer;
  readonly redemptionId: string;
}

/** The redemption is refused; `because` is for the log alone. */
export type Refusal =
  | { readonly kind: 'refuse'; readonly outcome: 'contactInactive' }
  | {
      readonly kind: 'refuse';
      readonly outcome: 'notInvited';
      readonly refusal: Nobody['refusal'];
      readonly because: string;
    }
  | {
      readonly kind: 'refuse';
      readonly outcome: 'invalidCode';
      readonly because: 'unknown' | InvalidReason;
      /** Why, to who may learn it: an invited contact who has signed in. */
      readonly told?: InvalidReason;
    };

/** What is to happen with a redemption request. */
export type Decision = Grant | Already | Refusal;

/**
 * Decides a redemption request. A contact who has redeemed the invitation gets the same answer again, though
 * it is used up by then or expired since, as long as they are active. Whether the code is good comes before who asks: a wrong code tells
 * nobody anything about contacts.
 *
 * @param today the calendar day in the configured time zone
 */
export function decide(
  { invitation, redeemer, joins, nobody, provedInvited }: RedemptionFacts,
  settings: Pick<Settings, 'redeemerPolicy' | 'accountPolicy'>,
  today: string,
): Decision {
  if (invitation === undefined) return { kind: 'refuse', outcome: 'invalidCode', because: 'unknown' };
  if (redeemer !== undefined && redeemedIds(invitation).has(redeemer.contactid)) {
    // A yes would let in again, at the site that asks, whom somebody has suspended since.
    if (redeemer.statecode !== 0) return { kind: 'refuse', outcome: 'contactInactive' };
    const id = redemptionId(invitation.inv_invitationid, redeemer.contactid);
    return { kind: 'already', invitation, redeemer, redemptionId: id };
  }

  const uses = {
    group: isGroup(invitation),
    redemptions: invitation.inv_redemptions,
    maximumRedemptions: invitation.inv_maximumredemptions,
  };
  const valid = validity(
    { ...uses, active: invitation.statecode === 0, expiryDate: invitation.inv_expirydate },
    today,
  );
  if (!valid.valid) {
    const reason = isEndedAsExpired(invitation) ? 'expired' : valid.reason;
    const told = provedInvited ? reason : undefined;
    return { kind: 'refuse', outcome: 'invalidCode', because: reason, told };
  }
  if (nobody) {
    const { refusal, because } = nobody;
    return { kind: 'refuse', outcome: 'notInvited', refusal, because };
  }
  if (redeemer === undefined || redeemer.statecode !== 0)
    return { kind: 'refuse', outcome: 'contactInactive' };
  if (settings.redeemerPolicy === 'invited' && !invitedIds(invitation).has(redeemer.contactid)) {
    return { kind: 'refuse', outcome: 'notInvited', refusal: 'wrongAccount', because: 'notInvited' };
  }

  const redemptions = (uses.redemptions ?? 0) + 1;
  return {
    kind: 'grant',
    invitation,
    redeemer,
    joins,
    redemptionId: redemptionId(invitation.inv_invitationid, redeemer.contactid),
    grants: grantsFor(invitation, redeemer, settings.accountPolicy),
    redemptions,
    exhausted: isExhausted({ ...uses, redemptions }),
  };
}
