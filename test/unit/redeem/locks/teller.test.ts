import { describe, expect, it } from '@jest/globals';
import { redemptionLock as table } from '../../../../solution/schema.js';
import { lockingOn } from './lockTable.js';

const invitationId = '5e7f1c3a-0000-4000-8000-000000000001';

describe('Failures are told', () => {
  it('a second later, all at once, and then not again', async () => {
    const { locks, fail, requests, pauses, nextRound, rows } = lockingOn();
    fail('203.0.113.7', 3);
    fail('203.0.113.8');
    expect(requests).toEqual([]);
    expect(pauses.map(({ milliseconds }) => milliseconds)).toEqual([1_000]);
    await nextRound();
    expect(requests).toHaveLength(1);
    expect([...rows.values()]).toMatchObject([
      { inv_kind: table.kind.address, inv_failures: 3, inv_lastfailureon: '2026-05-10T12:00:00Z' },
      { inv_kind: table.kind.address, inv_failures: 1 },
    ]);
    expect(pauses).toHaveLength(1);
    await locks.flush();
    expect(requests).toHaveLength(1);
  });

  it('on the same row when there are more', async () => {
    const { locks, fail, requests, counts, pass, rows } = lockingOn();
    fail('203.0.113.7', 3);
    await locks.flush();
    pass(90);
    fail('203.0.113.7', 2);
    await locks.flush();
    expect(requests.flat(2).map(({ kind }) => kind)).toEqual(['create', 'update']);
    expect(counts()).toEqual([5]);
    expect([...rows.values()]).toMatchObject([{ inv_lastfailureon: '2026-05-10T12:01:30Z' }]);
  });

  it('of a code only where it belongs to an invitation', async () => {
    const { locks, fail, rows } = lockingOn();
    fail('', 5);
    await locks.flush();
    expect(rows.size).toBe(0);
    fail('', 1, invitationId);
    await locks.flush();
    expect([...rows.values()]).toMatchObject([
      {
        inv_kind: table.kind.invitationCode,
        inv_failures: 6,
        'inv_invitationid@odata.bind': `/inv_invitations(${invitationId})`,
      },
    ]);
  });

  it('twenty rows at a time, those nearest to their limit first', async () => {
    const { fail, requests, nextRound } = lockingOn();
    for (let guest = 0; guest < 45; guest += 1) fail(`10.0.0.${guest}`);
    fail('203.0.113.7', 60);
    await nextRound();
    expect(requests[0]?.[0]).toHaveLength(20);
    expect(requests[0]?.[0]?.[0]).toMatchObject({ row: { inv_failures: 60 } });
    await nextRound();
    await nextRound();
    expect(requests.map(([writes]) => writes?.length)).toEqual([20, 20, 6]);
  });

  it('of 10,000 addresses in ten rounds as of two hundred, and of the rest not when they are over', async () => {
    const { locks, fail, requests, nextRound, pass } = lockingOn();
    for (let guest = 0; guest < 10_000; guest += 1) fail(`10.${guest >> 8}.${guest & 255}.9`);
    for (let round = 0; round < 10; round += 1) await nextRound();
    expect(requests.map(([writes]) => writes?.length)).toEqual(Array(10).fill(20));
    pass(600);
    await locks.flush();
    expect(requests).toHaveLength(10);
  });

  it('not any more when they are over before there was a chance', async () => {
    const { locks, fail, requests, pass } = lockingOn();
    fail('203.0.113.7');
    pass(600);
    await locks.flush();
    expect(requests).toEqual([]);
  });
});

describe('Whether a lock stands', () => {
  const guest = { address: '203.0.113.7', code: 'c' };

  it('is asked when somebody knocks, at most twice a minute, and a lifted one is forgotten', async () => {
    const { locks, fail, rows, reads, pass } = lockingOn();
    fail('203.0.113.7', 100);
    await locks.flush();
    expect(locks.begin(guest)).toBe(600);
    pass(29);
    for (let knock = 0; knock < 50; knock += 1) expect(locks.begin(guest)).toBe(571);
    await locks.flush();
    expect(reads()).toBe(0);
    pass(1);
    for (let knock = 0; knock < 50; knock += 1) expect(locks.begin(guest)).toBe(570);
    await locks.flush();
    expect(reads()).toBe(1);
    expect(locks.begin(guest)).toBe(570);

    rows.clear();
    pass(30);
    expect(locks.begin(guest)).toBe(540);
    await locks.flush();
    expect(locks.begin(guest)).toBe(0);
  });

  it('is not asked where nobody but this service knows of it', async () => {
    const { locks, fail, reads, pass } = lockingOn();
    fail('', 300);
    pass(60);
    expect(locks.begin({ address: '', code: 'c' })).toBe(540);
    await locks.flush();
    expect(reads()).toBe(0);
  });
});
