import { invitation as table } from '../../solution/schema.js';
import { redemptionId } from '../invitation/ids.js';
import { isExhausted, validity, type InvalidReason } from '../invitation/validity.js';
import type { Settings } from '../contract/settings.js';
import type { InvitationToRedeem, Redeemer, RedemptionFacts } from './redemptionFacts.js';

/** What the redeeming contact gets, and does not have yet. */
export interface Grants {
  /**
   * Account to become the contact's parent; undefined when there is none to assign, or the contact has one.
   */
  readonly accountId: string | undefined;
  /** True when the invitation names an account and the contact keeps a different parent. */
  readonly keepsOtherParent: boolean;
  /** Web roles the contact lacks. */
  readonly webRoleIds: readonly string[];
  /** Workflow to start on the contact. */
  readonly workflowId: string | undefined;
}

/** What is to happen with a redemption request. */
export type Decision =
  | {
      readonly kind: 'grant';
      readonly invitation: InvitationToRedeem;
      readonly redeemer: Redeemer;
      readonly redemptionId: string;
      readonly grants: Grants;
      /** Number of successful redemptions, this one included. */
      readonly redemptions: number;
      /** True when this is the last use. */
      readonly exhausted: boolean;
    }
  | { readonly kind: 'already'; readonly redemptionId: string }
  | { readonly kind: 'refuse'; readonly outcome: 'notInvited' | 'contactInactive' }
  /** `why` is for the log alone. */
  | { readonly kind: 'refuse'; readonly outcome: 'invalidCode'; readonly why: 'unknown' | InvalidReason };

/**
 * Decides a redemption request. A contact who has redeemed the invitation gets the same answer again, though
 * it is used up by then or expired since. Whether the code is good comes before who asks: a wrong code tells
 * nobody anything about contacts.
 *
 * @param today the calendar day in the configured time zone
 */
export function decide(
  { invitation, redeemer }: RedemptionFacts,
  policy: Settings['redeemerPolicy'],
  today: string,
): Decision {
  if (invitation === undefined) return { kind: 'refuse', outcome: 'invalidCode', why: 'unknown' };
  const group = invitation.inv_type === table.type.group;
  if (redeemer !== undefined && hasRedeemed(invitation, redeemer, group)) {
    return { kind: 'already', redemptionId: redemptionId(invitation.inv_invitationid, redeemer.contactid) };
  }

  const uses = {
    group,
    redemptions: invitation.inv_redemptions,
    maximumRedemptions: invitation.inv_maximumredemptions,
  };
  const valid = validity(
    { ...uses, active: invitation.statecode === 0, expiryDate: invitation.inv_expirydate },
    today,
  );
  if (!valid.valid) return { kind: 'refuse', outcome: 'invalidCode', why: valid.reason };
  if (redeemer === undefined || redeemer.statecode !== 0)
    return { kind: 'refuse', outcome: 'contactInactive' };
  if (policy === 'invited' && !isInvited(invitation, redeemer, group)) {
    return { kind: 'refuse', outcome: 'notInvited' };
  }

  const redemptions = (uses.redemptions ?? 0) + 1;
  return {
    kind: 'grant',
    invitation,
    redeemer,
    redemptionId: redemptionId(invitation.inv_invitationid, redeemer.contactid),
    grants: grantsFor(invitation, redeemer),
    redemptions,
    exhausted: isExhausted({ ...uses, redemptions }),
  };
}

/** The redeemed contact of a single invitation is one column, of a group a list. */
function hasRedeemed(invitation: InvitationToRedeem, { contactid }: Redeemer, group: boolean): boolean {
  return group
    ? invitation.inv_invitation_redeemedcontacts.some((contact) => contact.contactid === contactid)
    : invitation._inv_redeemedcontactid_value === contactid;
}

function isInvited(invitation: InvitationToRedeem, { contactid }: Redeemer, group: boolean): boolean {
  return group
    ? invitation.inv_invitation_invitedcontacts.some((contact) => contact.contactid === contactid)
    : invitation._inv_contactid_value === contactid;
}

function grantsFor(invitation: InvitationToRedeem, redeemer: Redeemer): Grants {
  const account = invitation._inv_accountid_value ?? undefined;
  const parent = redeemer._parentcustomerid_value ?? undefined;
  const has = new Set(redeemer.inv_webrole_contacts.map((role) => role.inv_webroleid));
  return {
    accountId: parent === undefined ? account : undefined,
    keepsOtherParent: account !== undefined && parent !== undefined && parent !== account,
    webRoleIds: invitation.inv_invitation_webroles
      .map((role) => role.inv_webroleid)
      .filter((id) => !has.has(id)),
    workflowId: invitation._inv_workflowid_value ?? undefined,
  };
}
