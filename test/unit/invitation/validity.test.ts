import { describe, expect, it } from '@jest/globals';
import { isExhausted, validity } from '../../../plugins/invitation/validity.js';

const today = '2026-05-10';
const single = { active: true, group: false };
const group = { active: true, group: true };

describe('an invitation is valid', () => {
  it.each([
    ['new', single],
    ['on the last day of its life', { ...single, expiryDate: today }],
    ['without an expiry date', { ...single, expiryDate: null }],
    ['single, with an empty count', { ...single, redemptions: null }],
    ['group without a maximum, however often it was used', { ...group, redemptions: 2_000_000 }],
    ['group with a use left', { ...group, redemptions: 9, maximumRedemptions: 10 }],
  ])('%s', (_, invitation) => {
    expect(validity(invitation, today)).toEqual({ valid: true });
  });
});

describe('an invitation is invalid', () => {
  it.each([
    ['inactive', 'inactive', { ...single, active: false }],
    ['the day after its last', 'expired', { ...single, expiryDate: '2026-05-09' }],
    ['single, redeemed once', 'exhausted', { ...single, redemptions: 1 }],
    [
      'single, whatever maximum somebody gave it',
      'exhausted',
      { ...single, redemptions: 1, maximumRedemptions: 5 },
    ],
    ['group at its maximum', 'exhausted', { ...group, redemptions: 10, maximumRedemptions: 10 }],
    [
      'group over a maximum that was lowered',
      'exhausted',
      { ...group, redemptions: 10, maximumRedemptions: 3 },
    ],
    [
      'inactive before anything else',
      'inactive',
      { active: false, group: false, redemptions: 1, expiryDate: '2020-01-01' },
    ],
    ['expired before used up', 'expired', { ...single, redemptions: 1, expiryDate: '2020-01-01' }],
  ])('%s', (_, reason, invitation) => {
    expect(validity(invitation, today)).toEqual({ valid: false, reason });
  });
});

it('counts a single invitation as used up by one redemption', () => {
  expect(isExhausted({ group: false, redemptions: 0 })).toBe(false);
  expect(isExhausted({ group: false, redemptions: 1 })).toBe(true);
});
