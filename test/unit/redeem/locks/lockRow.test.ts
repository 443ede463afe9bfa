import { describe, expect, it } from '@jest/globals';
import { lockRows } from '../../../../plugins/redeem/locks/lockRow.js';

const row = {
  inv_redemptionlockid: 'r',
  inv_subject: 's',
  inv_service: 'other',
  inv_failures: 7,
  inv_lastfailureon: '2026-11-23T12:00:00Z',
  _inv_invitationid_value: null,
};

describe('A row of a lock', () => {
  it('tells how often a service has counted, and when last', () => {
    expect(lockRows([row, { ...row, _inv_invitationid_value: 'i' }])).toEqual([
      {
        row: 'r',
        subject: 's',
        service: 'other',
        failures: 7,
        lastOn: Date.UTC(2026, 10, 23, 12),
        invitationId: undefined,
      },
      expect.objectContaining({ invitationId: 'i' }),
    ]);
  });

  it.each([
    ['no subject', { inv_subject: null }],
    ['no failures', { inv_failures: null }],
    ['fewer than none', { inv_failures: -5 }],
    ['no moment', { inv_lastfailureon: null }],
  ])('that somebody left with %s tells nothing', (_name, changed) => {
    expect(lockRows([{ ...row, ...changed }])).toEqual([]);
  });
});
