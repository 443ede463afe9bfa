import { afterEach, describe, expect, it } from '@jest/globals';
import type { Write } from '../../../plugins/dataverse/door.js';
import type { RoundTrip } from '../../../plugins/dataverse/doorObserver.js';
import { closeDoors, openDoor } from './openDoor.js';
import { refusal, type Reply } from './scriptedServer.js';

afterEach(closeDoors);

const who = { UserId: 'u', BusinessUnitId: 'b', OrganizationId: 'o' };
const page: Reply = { status: 200, body: { value: [] } };

describe('the traffic of one identity', () => {
  it('learns who it is, and each time how many requests at once are recommended and what time it is', async () => {
    const hint = {
      status: 200,
      headers: { 'x-ms-dop-hint': '1', date: 'Tue, 14 Nov 2023 22:28:20 GMT' },
      body: who,
    };
    const fault = { status: 500 };
    const { dataverse, server } = await openDoor([{ status: 200, body: who }, hint, fault, fault]);
    const identity = { userId: 'u', userIds: ['u'], businessUnitId: 'b', organizationId: 'o' };
    expect(dataverse.clockOffset).toBe(0);
    expect(await dataverse.whoAmI()).toEqual(identity);
    expect(server.received.map(({ path }) => path)).toEqual(['WhoAmI()', 'WhoAmI']);
    // The forged clock stands at 22:13:20.
    expect(dataverse.clockOffset).toBe(900_500);
    const writes = [1, 2].map(() => dataverse.write([{ kind: 'create', set: 'tasks', row: {} }]));
    await writes[0];
    expect(server.received).toHaveLength(3);
    await writes[1];
  });

  it('is not disturbed when there is no recommendation', async () => {
    const { dataverse } = await openDoor([{ status: 200, body: who }, 'reset']);
    await expect(dataverse.whoAmI()).resolves.toMatchObject({ userId: 'u' });
    expect(dataverse.clockOffset).toBe(0);
  });

  it('says at once that Dataverse is not there, the caller asks again by itself', async () => {
    const { dataverse, server, clock } = await openDoor([{ status: 503 }]);
    await expect(dataverse.whoAmI()).rejects.toMatchObject({ code: 'INV_DATAVERSE_FAULT' });
    expect(server.received).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  it('holds every request while a Retry-After runs, not only the one that was turned away', async () => {
    const away = refusal(429, '0x80072321', 'too long', { 'Retry-After': '20' });
    const { dataverse, server, clock } = await openDoor([away, page, page, page]);
    const first = dataverse.page({ set: 'a' });
    const started = clock.now();
    await first;
    expect(clock.now() - started).toBe(20_000);
    await Promise.all([dataverse.page({ set: 'b' }), dataverse.page({ set: 'c' })]);
    expect(server.left()).toBe(0);
  });

  it('never has more requests under way than its cap', async () => {
    const { dataverse, server } = await openDoor(Array<Reply>(9).fill('silence'), {
      concurrency: 3,
      timeout: 150,
    });
    let finished = 0;
    let most = 0;
    const send = async (): Promise<void> => {
      await dataverse.write([{ kind: 'create', set: 'tasks', row: {} }]);
      most = Math.max(most, server.received.length - finished);
      finished += 1;
    };
    await Promise.all(Array.from({ length: 9 }, send));
    expect(most).toBe(3);
    expect(server.left()).toBe(0);
  });

  it('tells of each request: what it was, what it carried, how it ended', async () => {
    const trips: RoundTrip[] = [];
    const observer = { roundTrip: (trip: RoundTrip) => trips.push(trip), held: () => undefined };
    const away = refusal(429, '0x80072321', 'too long', { 'Retry-After': '20' });
    const { dataverse } = await openDoor(
      [refusal(403, '0x80040220'), away, page, 'reset', { status: 200, body: who }, 'reset'],
      { observer },
    );
    await expect(dataverse.page({ set: 'a' })).rejects.toThrow();
    await dataverse.page({ set: 'a' });
    const task: Write = { kind: 'create', set: 'tasks', row: {} };
    await dataverse.write([task, task]);
    await dataverse.whoAmI();
    const shared = { identity: 0, milliseconds: 0, operations: 1 };
    expect(trips).toEqual([
      { ...shared, operation: 'read', outcome: 'answered', status: 403 },
      { ...shared, operation: 'read', outcome: 'throttled', status: 429, throttle: 'executionTime' },
      { ...shared, operation: 'read', outcome: 'answered', status: 200 },
      { ...shared, operation: 'write', operations: 2, outcome: 'lost' },
      { ...shared, operation: 'probe', outcome: 'answered', status: 200 },
      { ...shared, operation: 'probe', outcome: 'lost' },
    ]);
  });

  it('ends what is under way when the service stops for good', async () => {
    const ending = new AbortController();
    const { dataverse, server } = await openDoor(['silence'], { signal: ending.signal, timeout: 60_000 });
    const outcome = dataverse.write([{ kind: 'create', set: 'tasks', row: {} }]);
    while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    expect(await outcome).toMatchObject({ kind: 'unknown' });
  });
});
