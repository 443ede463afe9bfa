import type { Inspection, InvitationCard, VisitorStanding } from '../../../plugins/redeem/inspection.js';
import { card, fakeRedemptions } from './fakes.js';
import type { Redemptions } from '../../../plugins/doors/page/redemptions.js';

const group: InvitationCard = {
  group: true,
  invitedBy: 'Paul Cannon',
  account: 'Fabrikam, Inc.',
  webRoles: ['Customer'],
  expiryDate: '2026-12-04',
  usesLeft: 1200,
};

const granted = {
  account: 'Fabrikam, Inc.',
  keptAccount: false,
  webRoles: ['Customer', 'Order Approver'],
  workflow: true,
};

const standing = (visitor: VisitorStanding, shown = card): Inspection => ({
  kind: 'open',
  card: shown,
  visitor,
});

/** What a code is, once somebody has signed in; the code is the name of the state. */
export const signedInStates: Readonly<Record<string, Inspection>> = {
  welcome: standing({ kind: 'welcome', as: 'Anna Fischer' }),
  'welcome-new': standing({ kind: 'welcome' }, group),
  'wrong-account': standing({ kind: 'wrongAccount' }),
  'wrong-account-group': standing({ kind: 'wrongAccount' }, group),
  'identity-taken': standing({ kind: 'identityTaken' }),
  inactive: standing({ kind: 'inactive' }),
  'invalid-signed-in': { kind: 'invalid' },
  'closed-expired': { kind: 'closed', why: 'expired', card, asked: false },
  'closed-inactive': { kind: 'closed', why: 'inactive', card, asked: false },
  'closed-exhausted': { kind: 'closed', why: 'exhausted', card: group, asked: false },
  'closed-asked': { kind: 'closed', why: 'expired', card, asked: true },
  'redeemed-before': { kind: 'redeemed', card, granted },
};

/** What a code is to whom nobody knows. */
export const strangerStates: Readonly<Record<string, Inspection>> = {
  open: { kind: 'open', card },
  'open-group': { kind: 'open', card: group },
  'open-bare': { kind: 'open', card: { group: false, webRoles: [] } },
  invalid: { kind: 'invalid' },
  locked: { kind: 'locked', retryAfter: 580 },
};

/** Redemptions whose code says what it is. */
export const statesByCode = (part: Partial<Redemptions> = {}): Redemptions =>
  fakeRedemptions({
    inspect: async ({ code, visitor }) =>
      (visitor && signedInStates[code]) ?? strangerStates[code] ?? { kind: 'open', card },
    ...part,
  });
