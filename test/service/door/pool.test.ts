import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../../../plugins/dataverse/connect.js';
import type { OwnedDoor, Write } from '../../../plugins/dataverse/door.js';
import type { RoundTrip } from '../../../plugins/dataverse/doorObserver.js';
import { serviceUser } from '../../../sandbox/dataverse/install/serviceUsers.js';
import { forgedClock } from '../../unit/dataverse/forgedClock.js';
import { openSandbox, type SandboxDoor } from './sandboxDoor.js';

let opened: SandboxDoor;
beforeAll(async () => {
  const roles = ['System Administrator'];
  opened = await openSandbox({
    serviceUsers: 2,
    users: [
      { name: 'service', roles },
      { name: 'service2', roles },
    ],
  });
});
afterAll(() => opened.sandbox.close());

/** A door with both users; time flies through it. */
function openPool(): { readonly door: OwnedDoor; readonly trips: readonly RoundTrip[] } {
  const trips: RoundTrip[] = [];
  const door = connect({
    url: opened.sandbox.url,
    identities: ['dev-service', 'dev-service2'].map((token) => ({ token: async () => token })),
    concurrency: 1,
    clock: forgedClock({ patient: false, start: Date.now() }),
    observer: { roundTrip: (trip) => trips.push(trip), held: () => undefined },
  });
  return { door, trips };
}

/** Two writes, which an error in the second rolls back. */
const contact = (id: string, nickname = 'x'): readonly Write[] => [
  { kind: 'create', set: 'contacts', row: { contactid: id, lastname: 'Pool' } },
  { kind: 'update', set: 'contacts', id, row: { nickname } },
];
const users = [serviceUser(1).id, serviceUser(2).id];

describe('several application users behind one door', () => {
  it('are one identity with several users', async () => {
    expect(await openPool().door.whoAmI()).toMatchObject({ userId: users[0], userIds: users });
  });

  it('share the work, and what waits meanwhile travels together', async () => {
    const { door } = openPool();
    await Promise.all([door.write(contact(randomUUID())), door.write(contact(randomUUID()))]);
    opened.sandbox.counters.reset();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => door.write(contact(randomUUID()))));
    expect(outcomes).toEqual(Array(12).fill({ kind: 'done' }));
    const { callers } = opened.sandbox.counters.snapshot();
    const counts = users.map((user) => callers[user]);
    expect(counts.reduce((sum, count) => sum + (count?.operations ?? 0), 0)).toBe(24);
    expect(counts.reduce((sum, count) => sum + (count?.requests ?? 0), 0)).toBeLessThan(12);
    for (const count of counts) expect(count?.requests).toBeGreaterThan(0);
  });

  it('keep their outcomes apart: one that fails takes no other with it', async () => {
    const { door } = openPool();
    const existing = randomUUID();
    await Promise.all([door.write(contact(existing)), door.write(contact(randomUUID()))]);
    const ids = [randomUUID(), randomUUID(), randomUUID(), existing, randomUUID(), randomUUID()];
    const outcomes = await Promise.all(ids.map((id) => door.write(contact(id))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'exists', 'done', 'done']);
    const filter = ids.map((id) => `contactid eq ${id}`).join(' or ');
    expect(await door.count({ set: 'contacts', filter })).toEqual({ rows: 6, more: false });
  });

  it('do the work of the one that Dataverse limits', async () => {
    const { door, trips } = openPool();
    opened.sandbox.faults.add({
      user: users[0],
      times: 1,
      failure: { kind: 'throttled', limit: 'executionTime', retryAfter: 60, as: 'seconds' },
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => door.write(contact(randomUUID()))));
    expect(outcomes).toEqual(Array(3).fill({ kind: 'done' }));
    expect(trips.filter(({ throttle }) => throttle !== undefined)).toEqual([
      expect.objectContaining({ identity: 0, outcome: 'throttled', throttle: 'executionTime' }),
    ]);
  });

  it('count rows that match a filter with signs of its own', async () => {
    const { door } = openPool();
    await door.write([{ kind: 'create', set: 'contacts', row: { lastname: "O'Hara & Söhne #1" } }]);
    const filter = "lastname eq 'O''Hara & Söhne #1'";
    expect(await door.count({ set: 'contacts', filter })).toEqual({ rows: 1, more: false });
    expect(await door.count({ set: 'contacts', filter: "lastname eq 'nobody'" })).toEqual({
      rows: 0,
      more: false,
    });
  });

  it('count no further than Dataverse does', async () => {
    const { door } = openPool();
    opened.sandbox.faults.add({
      url: 'apply',
      times: 1,
      failure: {
        kind: 'error',
        status: 400,
        code: '0x8004e023',
        message: 'AggregateQueryRecordLimit exceeded.',
      },
    });
    expect(await door.count({ set: 'contacts', filter: 'statecode eq 0' })).toEqual({
      rows: 50_000,
      more: true,
    });
  });
});
