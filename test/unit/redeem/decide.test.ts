import { describe, expect, it } from '@jest/globals';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { decide } from '../../../plugins/redeem/decide.js';
import { contactId, groupToRedeem, invitationToRedeem, otherId, redeemer } from './sample.js';

const today = '2026-05-10';
const single = invitationToRedeem;
const group = groupToRedeem;
const inactive = redeemer({ statecode: 1 });

describe('a redemption is refused', () => {
  it.each([
    ['when no invitation has the code', undefined, redeemer(), { outcome: 'invalidCode', why: 'unknown' }],
    [
      'when it is inactive',
      single({ statecode: 1 }),
      redeemer(),
      { outcome: 'invalidCode', why: 'inactive' },
    ],
    [
      'when it has expired',
      single({ inv_expirydate: '2026-05-09' }),
      redeemer(),
      { outcome: 'invalidCode', why: 'expired' },
    ],
    [
      'when somebody else has redeemed it',
      single({ inv_redemptions: 1, _inv_redeemedcontactid_value: otherId }),
      redeemer(),
      { outcome: 'invalidCode', why: 'exhausted' },
    ],
    [
      'when a group is used up',
      group({ inv_redemptions: 2, inv_maximumredemptions: 2 }),
      redeemer(),
      { outcome: 'invalidCode', why: 'exhausted' },
    ],
    ['to somebody else', single({ _inv_contactid_value: otherId }), redeemer(), { outcome: 'notInvited' }],
    [
      'to anybody once the invited contact is deleted',
      single({ _inv_contactid_value: null }),
      redeemer(),
      { outcome: 'notInvited' },
    ],
    [
      'to somebody outside the group',
      group({ inv_invitation_invitedcontacts: [] }),
      redeemer(),
      { outcome: 'notInvited' },
    ],
    ['to an inactive contact', single(), inactive, { outcome: 'contactInactive' }],
    ['to a contact that does not exist', single(), undefined, { outcome: 'contactInactive' }],
    ['for its code before anything about the contact', undefined, inactive, { outcome: 'invalidCode' }],
  ])('%s', (_, invitation, contact, decision) => {
    expect(decide({ invitation, redeemer: contact }, 'invited', today)).toMatchObject({
      kind: 'refuse',
      ...decision,
    });
  });
});

describe('a contact who has redeemed gets the same answer again', () => {
  const id = redemptionId(single().inv_invitationid, contactId);
  it.each([
    ['single', single({ inv_redemptions: 1, _inv_redeemedcontactid_value: contactId })],
    ['group', group({ inv_redemptions: 1, inv_invitation_redeemedcontacts: [{ contactid: contactId }] })],
    [
      'group, used up since',
      group({
        inv_redemptions: 2,
        inv_maximumredemptions: 2,
        inv_invitation_redeemedcontacts: [{ contactid: contactId }],
      }),
    ],
    [
      'expired since',
      single({ inv_redemptions: 1, _inv_redeemedcontactid_value: contactId, inv_expirydate: '2026-01-01' }),
    ],
  ])('%s', (_, invitation) => {
    expect(decide({ invitation, redeemer: redeemer() }, 'invited', today)).toEqual({
      kind: 'already',
      redemptionId: id,
    });
  });
});

describe('a redemption is granted', () => {
  it('to the invited contact, and uses a single invitation up', () => {
    expect(decide({ invitation: single(), redeemer: redeemer() }, 'invited', today)).toMatchObject({
      kind: 'grant',
      redemptions: 1,
      exhausted: true,
    });
  });

  it.each([
    ['the first of two', 0, 2, false],
    ['the last', 1, 2, true],
    ['any without a maximum', 99, null, false],
  ])('to one of a group: %s', (_, used, maximum, exhausted) => {
    const invitation = group({ inv_redemptions: used, inv_maximumredemptions: maximum });
    expect(decide({ invitation, redeemer: redeemer() }, 'invited', today)).toMatchObject({
      redemptions: used + 1,
      exhausted,
    });
  });

  it.each([
    ['single', single({ _inv_contactid_value: otherId })],
    ['group', group({ inv_invitation_invitedcontacts: [] })],
  ])('to anyone who has the code of a %s where the policy says so', (_, invitation) => {
    expect(decide({ invitation, redeemer: redeemer() }, 'anyone', today).kind).toBe('grant');
  });
});

describe('it grants', () => {
  const grants = (invitation: Parameters<typeof single>[0], contact: Parameters<typeof redeemer>[0] = {}) => {
    const decision = decide(
      { invitation: single(invitation), redeemer: redeemer(contact) },
      'invited',
      today,
    );
    return decision.kind === 'grant' ? decision.grants : undefined;
  };

  it('nothing where the invitation names nothing', () => {
    expect(grants({})).toEqual({
      accountId: undefined,
      keepsOtherParent: false,
      webRoleIds: [],
      workflowId: undefined,
    });
  });

  it.each([
    ['the account to a contact without one', null, { accountId: 'a', keepsOtherParent: false }],
    ['nothing to one who belongs to it already', 'a', { accountId: undefined, keepsOtherParent: false }],
    ['nothing to one who belongs to another', 'b', { accountId: undefined, keepsOtherParent: true }],
  ])('%s', (_, parent, expected) => {
    expect(grants({ _inv_accountid_value: 'a' }, { _parentcustomerid_value: parent })).toMatchObject(
      expected,
    );
  });

  it('the web roles that are missing, and the workflow', () => {
    const roles = (...ids: string[]) => ids.map((inv_webroleid) => ({ inv_webroleid }));
    expect(
      grants(
        { inv_invitation_webroles: roles('r1', 'r2', 'r3'), _inv_workflowid_value: 'w' },
        { inv_webrole_contacts: roles('r2', 'r9') },
      ),
    ).toMatchObject({ webRoleIds: ['r1', 'r3'], workflowId: 'w' });
  });
});
