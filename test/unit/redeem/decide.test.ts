import { describe, expect, it } from '@jest/globals';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { decide } from '../../../plugins/redeem/decide.js';
import { invitation } from '../../../solution/schema.js';
import { contactId, factsOf, groupToRedeem, invitationToRedeem, otherId, redeemer } from './sample.js';

const today = '2026-05-10';
const single = invitationToRedeem;
const group = groupToRedeem;
const invited = { redeemerPolicy: 'invited', accountPolicy: 'keep' } as const;
const anyone = { ...invited, redeemerPolicy: 'anyone' } as const;
const inactive = redeemer({ statecode: 1 });

describe('a redemption is refused', () => {
  it.each([
    [
      'when no invitation has the code',
      undefined,
      redeemer(),
      { outcome: 'invalidCode', because: 'unknown' },
    ],
    [
      'when it is inactive',
      single({ statecode: 1 }),
      redeemer(),
      { outcome: 'invalidCode', because: 'inactive' },
    ],
    [
      'when it was ended because it had expired',
      single({ statecode: 1, statuscode: invitation.status.expired }),
      redeemer(),
      { outcome: 'invalidCode', because: 'expired' },
    ],
    [
      'when it has expired',
      single({ inv_expirydate: '2026-05-09' }),
      redeemer(),
      { outcome: 'invalidCode', because: 'expired' },
    ],
    [
      'when somebody else has redeemed it',
      single({ inv_redemptions: 1, _inv_redeemedcontactid_value: otherId }),
      redeemer(),
      { outcome: 'invalidCode', because: 'exhausted' },
    ],
    [
      'when a group is used up',
      group({ inv_redemptions: 2, inv_maximumredemptions: 2 }),
      redeemer(),
      { outcome: 'invalidCode', because: 'exhausted' },
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
    expect(decide(factsOf(invitation, contact), invited, today)).toMatchObject({
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
    expect(decide(factsOf(invitation, redeemer()), invited, today)).toMatchObject({
      kind: 'already',
      redemptionId: id,
    });
  });

  it('but not once the contact is inactive: a yes would let in whom somebody has suspended', () => {
    const used = single({ inv_redemptions: 1, _inv_redeemedcontactid_value: contactId });
    expect(decide(factsOf(used, inactive), invited, today)).toMatchObject({ outcome: 'contactInactive' });
  });
});

describe('a redemption is granted', () => {
  it('to the invited contact, and uses a single invitation up', () => {
    expect(decide(factsOf(single(), redeemer()), invited, today)).toMatchObject({
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
    expect(decide(factsOf(invitation, redeemer()), invited, today)).toMatchObject({
      redemptions: used + 1,
      exhausted,
    });
  });

  it.each([
    ['single', single({ _inv_contactid_value: otherId })],
    ['group', group({ inv_invitation_invitedcontacts: [] })],
  ])('to anyone who has the code of a %s where the policy says so', (_, invitation) => {
    expect(decide(factsOf(invitation, redeemer()), anyone, today).kind).toBe('grant');
  });
});

describe('a visitor', () => {
  const nobody = { kind: 'nobody', refusal: 'identityTaken', because: 'linkedToAnother' } as const;
  const expired = single({ inv_expirydate: '2026-05-09' });

  it('who is nobody is refused as what they are, once the code is good', () => {
    expect(decide(factsOf(single(), undefined, { nobody }), anyone, today)).toEqual({
      kind: 'refuse',
      outcome: 'notInvited',
      refusal: 'identityTaken',
      because: 'linkedToAnother',
    });
    expect(decide(factsOf(expired, undefined, { nobody }), anyone, today)).toEqual({
      kind: 'refuse',
      outcome: 'invalidCode',
      because: 'expired',
      told: undefined,
    });
  });

  it.each([
    ['is told, when they are proved to be invited, why the code is not valid', true, 'expired'],
    ['is not told otherwise', false, undefined],
  ])('%s', (_, provedInvited, told) => {
    expect(decide(factsOf(expired, redeemer(), { provedInvited }), invited, today)).toMatchObject({
      outcome: 'invalidCode',
      told,
    });
  });
});
