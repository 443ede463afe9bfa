import { hashCode } from '../../../plugins/invitation/code.js';
import type { InvitationToRedeem } from '../../../plugins/redeem/facts/invitationToRedeem.js';
import type { Redeemer } from '../../../plugins/redeem/facts/redeemer.js';
import type { RedemptionFacts } from '../../../plugins/redeem/facts/redemptionFacts.js';
import { invitation } from '../../../solution/schema.js';

export const contactId = '22222222-2222-4222-8222-222222222222';
export const otherId = '33333333-3333-4333-8333-333333333333';
export const ownerId = '44444444-4444-4444-8444-444444444444';
export const code = 'k7p2';

/** A single invitation of the contact, with what a test changes. */
export const invitationToRedeem = (given: Partial<InvitationToRedeem> = {}): InvitationToRedeem => ({
  '@odata.etag': 'W/"7"',
  inv_invitationid: '11111111-1111-4111-8111-111111111111',
  inv_name: 'Partner portal',
  inv_type: invitation.type.single,
  inv_code: code,
  inv_codehash: hashCode(code),
  inv_expirydate: null,
  inv_maximumredemptions: null,
  inv_redemptions: null,
  inv_sendgeneration: 1,
  statecode: 0,
  statuscode: invitation.status.sent,
  _inv_contactid_value: contactId,
  _inv_accountid_value: null,
  _inv_workflowid_value: null,
  _inv_redeemedcontactid_value: null,
  _owninguser_value: ownerId,
  _owningteam_value: null,
  inv_accountid: null,
  inv_invitation_webroles: [],
  inv_invitation_invitedcontacts: [],
  inv_invitation_redeemedcontacts: [],
  ...given,
});

/** The same as a group, the contact one of the invited. */
export const groupToRedeem = (given: Partial<InvitationToRedeem> = {}): InvitationToRedeem =>
  invitationToRedeem({
    inv_type: invitation.type.group,
    _inv_contactid_value: null,
    inv_invitation_invitedcontacts: [{ contactid: contactId }],
    ...given,
  });

export const redeemer = (given: Partial<Redeemer> = {}): Redeemer => ({
  '@odata.etag': 'W/"8"',
  contactid: contactId,
  fullname: 'Ann Example',
  emailaddress1: 'ann@contoso.example',
  statecode: 0,
  _parentcustomerid_value: null,
  inv_webrole_contacts: [],
  ...given,
});

/** What was read for a contact who asks. */
export const factsOf = (
  invitation: InvitationToRedeem | undefined,
  asks: Redeemer | undefined,
  given: Partial<RedemptionFacts> = {},
): RedemptionFacts => ({ invitation, redeemer: asks, joins: {}, provedInvited: false, ...given });
