import { invitation as table } from '../../../solution/schema.js';
import { isGroup, webRoleNames, type InvitationToRedeem } from '../facts/invitationToRedeem.js';
import type { InvitationCard } from '../inspection.js';
import { maskedAddress } from './maskedAddress.js';

/** What the card says beyond what a redemption needs. */
type Carded = InvitationToRedeem & {
  readonly inv_inviterid?: { readonly fullname: string | null } | null;
  readonly inv_contactid?: { readonly emailaddress1: string | null } | null;
  readonly owninguser?: { readonly fullname: string | null } | null;
  readonly owningteam?: { readonly name: string | null } | null;
};

/** What is read of an invitation for its card. */
export const cardExpands: readonly string[] = [
  `${table.lookups.inviter}($select=fullname)`,
  `${table.lookups.invitedContact}($select=emailaddress1)`,
  'owninguser($select=fullname)',
  'owningteam($select=name)',
];

/** The card of an invitation, as far as it was read with {@link cardExpands}. */
export function invitationCard(invitation: InvitationToRedeem): InvitationCard {
  const carded: Carded = invitation;
  const group = isGroup(invitation);
  const maximum = group ? invitation.inv_maximumredemptions : 1;
  return {
    group,
    invitedBy:
      carded.inv_inviterid?.fullname ?? carded.owninguser?.fullname ?? carded.owningteam?.name ?? undefined,
    account: invitation.inv_accountid?.name ?? undefined,
    webRoles: webRoleNames(invitation),
    expiryDate: invitation.inv_expirydate?.slice(0, 10),
    usesLeft: maximum === null ? undefined : Math.max(0, maximum - (invitation.inv_redemptions ?? 0)),
    invitedAs: group ? undefined : maskedAddress(carded.inv_contactid?.emailaddress1),
  };
}
