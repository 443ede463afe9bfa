import { describe, expect, it } from '@jest/globals';
import { planSend, type PlanInput } from '../../../plugins/send/plan.js';
import { invitation as table } from '../../../solution/schema.js';
import { invitationToSend, invitee } from './sample.js';

const ann = invitee('Ann');
const ben = invitee('Ben');
const queue = { id: 'q', name: 'Welcome' };
const input = (given: Partial<PlanInput> = {}): PlanInput => ({
  invitation: invitationToSend(),
  invitees: [ann],
  redeemedBy: new Set(),
  senderQueue: undefined,
  today: '2026-05-10',
  ...given,
});
const group = (given: Parameters<typeof invitationToSend>[0] = {}) =>
  invitationToSend({ inv_type: table.type.group, ...given });

describe('nobody is mailed', () => {
  it.each([
    ['without an address', 'noEmailAddress', { invitees: [{ ...ann, emailaddress1: null }] }],
    ['with a blank address', 'noEmailAddress', { invitees: [{ ...ann, emailaddress1: '  ' }] }],
    [
      'with no address in the address column',
      'noEmailAddress',
      { invitees: [{ ...ann, emailaddress1: 'see notes' }] },
    ],
    [
      'with two addresses in one',
      'noEmailAddress',
      { invitees: [{ ...ann, emailaddress1: 'a@b.example,c@d.example' }] },
    ],
    [
      'with a header in the address',
      'noEmailAddress',
      { invitees: [{ ...ann, emailaddress1: 'a@b.example\r\nBcc:c@d.example' }] },
    ],
    ['who is inactive', 'contactInactive', { invitees: [{ ...ann, statecode: 1 }] }],
    ['who does not allow email', 'doNotEmail', { invitees: [{ ...ann, donotemail: true }] }],
    ['after the expiry day', 'expired', { invitation: invitationToSend({ inv_expirydate: '2026-05-09' }) }],
    ['when it is redeemed', 'alreadyRedeemed', { invitation: invitationToSend({ inv_redemptions: 1 }) }],
    [
      'when a group is used up',
      'alreadyRedeemed',
      { invitation: group({ inv_redemptions: 2, inv_maximumredemptions: 2 }) },
    ],
    ['when nobody is invited', 'noRecipient', { invitees: [] }],
    [
      'when a team owns it and there is no queue',
      'noSender',
      { invitation: invitationToSend({ owninguser: null, owningteam: { name: 'Team' } }) },
    ],
  ] as const)('%s', (_, reason, given) => {
    expect(planSend(input(given))).toMatchObject({ kind: 'skip', reason });
  });

  it('of a group in which all share one reason, for that reason', () => {
    const invitees = [ann, ben].map((contact) => ({ ...contact, donotemail: true }));
    expect(planSend(input({ invitation: group(), invitees }))).toMatchObject({
      kind: 'skip',
      reason: 'doNotEmail',
    });
  });

  it('of a group in which each has their own reason, and each is named', () => {
    const invitees = [
      { ...ann, donotemail: true },
      { ...ben, statecode: 1 },
    ];
    expect(planSend(input({ invitation: group(), invitees }))).toEqual({
      kind: 'skip',
      reason: 'noRecipient',
      passedOver: [
        { name: 'Ann', reason: 'doNotEmail' },
        { name: 'Ben', reason: 'contactInactive' },
      ],
    });
  });
});

describe('a mail goes', () => {
  it('to the invited contact, from the owner', () => {
    expect(planSend(input())).toEqual({
      kind: 'send',
      sender: { kind: 'systemuser', id: 'owner', name: 'Olga Owner' },
      recipients: [ann],
      passedOver: [],
    });
  });

  it('on the last day too', () => {
    expect(planSend(input({ invitation: invitationToSend({ inv_expirydate: '2026-05-10' }) })).kind).toBe(
      'send',
    );
  });

  it('to those of a group who can be mailed and have not redeemed yet', () => {
    const plan = planSend(
      input({
        invitation: group({ inv_redemptions: 1 }),
        invitees: [ann, { ...ben, emailaddress1: null }, invitee('Cem')],
        redeemedBy: new Set([ann.contactid]),
      }),
    );
    expect(plan).toMatchObject({
      recipients: [{ fullname: 'Cem' }],
      passedOver: [
        { name: 'Ann', reason: 'alreadyRedeemed' },
        { name: 'Ben', reason: 'noEmailAddress' },
      ],
    });
  });

  it.each([
    ['a team', { owninguser: null, owningteam: { name: 'Team North' } }, 'Team North'],
    ['an application', { owninguser: { ...invitationToSend().owninguser, applicationid: 'app' } }, 'Welcome'],
    ['a disabled user', { owninguser: { ...invitationToSend().owninguser, isdisabled: true } }, 'Welcome'],
    [
      'a user without an address',
      { owninguser: { ...invitationToSend().owninguser, internalemailaddress: null } },
      'Welcome',
    ],
  ])('from the queue where the owner is %s', (_, owner, name) => {
    const invitation = { ...invitationToSend(), ...owner } as PlanInput['invitation'];
    expect(planSend(input({ invitation, senderQueue: queue }))).toMatchObject({
      sender: { kind: 'queue', id: 'q', name },
    });
  });
});
