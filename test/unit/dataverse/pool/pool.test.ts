import { describe, expect, it } from '@jest/globals';
import type { InvitationError } from '../../../../plugins/errors/invitationError.js';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import type { Transport } from '../../../../plugins/dataverse/transport/transport.js';
import { no, openPool, tooMuch } from './openPool.js';

describe('a pool of identities', () => {
  it('shares the work: the identity with the fewest requests under way takes the next', () => {
    const { write, arrived } = openPool(3, 2);
    for (const name of 'abcdefgh') write(name);
    expect(arrived.map(({ by, writes }) => `${by} ${writes}`)).toEqual([
      '0 a',
      '1 b',
      '2 c',
      '0 d',
      '1 e',
      '2 f',
    ]);
  });

  it('gives what one identity was turned away with to another at once, before those who came later', async () => {
    const { write, arrived, clock } = openPool(2, 1);
    const first = write('a');
    write('b');
    write('c');
    await arrived[0]?.fail(tooMuch.executionTime('20'));
    expect(arrived).toHaveLength(2);
    await arrived[1]?.done();
    // With `c`, that has waited too.
    expect(arrived.slice(2).map(({ by, writes }) => `${by} ${writes}`)).toEqual(['1 a+c']);
    await arrived[2]?.done();
    expect(await first.outcome).toBe('done');
    expect(clock.sleeps).toEqual([20_000]);
  });

  it.each<[string, string | undefined, number]>([
    ['in seconds', '7', 7_000],
    ['as a date', new Date(1_700_000_030_000).toUTCString(), 30_000],
    ['absent', undefined, 250],
  ])(
    'sends nothing by an identity while its gate is shut: Retry-After %s',
    async (_name, retryAfter, pause) => {
      for (const limit of ['requests', 'executionTime', 'concurrency'] as const) {
        const { write, arrived, clock, holds } = openPool(1, 4);
        const outcomes = [write('a'), write('b')];
        await arrived[0]?.fail(tooMuch[limit](retryAfter));
        await arrived[1]?.done();
        outcomes.push(write('c'));
        await clock.advance(pause - 1);
        expect(arrived).toHaveLength(2);
        await clock.advance(1);
        expect(arrived.slice(2).flatMap(({ writes }) => writes.split('+'))).toEqual(['a', 'c']);
        for (const request of arrived.slice(2)) await request.done();
        expect(await Promise.all(outcomes.map(({ outcome }) => outcome))).toEqual(['done', 'done', 'done']);
        expect(holds).toEqual([{ identity: 0, milliseconds: pause, throttle: limit }]);
      }
    },
  );

  it('tells of each request: who sent it, what it carried, how it ended', async () => {
    const { write, arrived, clock, trips } = openPool(2, 1);
    write('a+b');
    write('c');
    await clock.advance(80);
    await arrived[0]?.fail(tooMuch.concurrency('1'));
    await arrived[1]?.fail(no(412, '0x80060882'));
    await arrived[2]?.done();
    const shared = { operation: 'write' };
    expect(trips).toEqual([
      {
        ...shared,
        operations: 2,
        identity: 0,
        milliseconds: 80,
        outcome: 'throttled',
        status: 429,
        throttle: 'concurrency',
      },
      { ...shared, operations: 1, identity: 1, milliseconds: 80, outcome: 'answered', status: 412 },
      { ...shared, operations: 2, identity: 1, milliseconds: 0, outcome: 'answered', status: 200 },
    ]);
  });

  it('gives the work back when nobody has got through for ten minutes', async () => {
    const { write, arrived, clock } = openPool(1, 1);
    const [first, second] = [write('a'), write('b')];
    for (let sent = 0; sent < 3; sent += 1) {
      await arrived[sent]?.fail(tooMuch.requests('300'));
      await clock.advance(300_000);
    }
    expect(await Promise.all([first.outcome, second.outcome])).toEqual([
      'INV_DATAVERSE_BUSY',
      'INV_DATAVERSE_BUSY',
    ]);
  });

  it('keeps the work as long as others get through', async () => {
    const { write, pool, arrived, clock } = openPool(2, 1);
    const read = (): void => {
      const roundTrip = (transport: Transport) => transport.transaction([]);
      void pool.run({ operation: 'read', operations: 1, roundTrip });
    };
    let ended = false;
    const patient = write('a');
    void patient.outcome.then(() => {
      ended = true;
    });
    for (let turn = 0; turn < 5; turn += 1) {
      read();
      const [mine, other] = arrived.slice(-2);
      await mine?.fail(tooMuch.requests('300'));
      await other?.done();
      await arrived.at(-1)?.fail(tooMuch.requests('300'));
      await clock.advance(300_000);
    }
    expect(ended).toBe(false);
    await arrived.at(-1)?.done();
    expect(await patient.outcome).toBe('done');
  });

  it('sends everybody home when the service stops', async () => {
    const ending = new AbortController();
    const { write, arrived, clock } = openPool(1, 1, { signal: ending.signal });
    const outcomes = [write('a'), write('b'), write('c')].map(({ outcome }) => outcome);
    await arrived[0]?.fail(tooMuch.requests('60'));
    ending.abort(new Error('stopped'));
    outcomes.push(write('late').outcome);
    expect((await Promise.all(outcomes)).map(String)).toEqual(Array(4).fill('Error: stopped'));
    await clock.advance(60_000);
    expect(arrived).toHaveLength(1);
  });

  it('sends home who is turned away only after the service has stopped', async () => {
    const ending = new AbortController();
    const { write, arrived } = openPool(1, 1, { signal: ending.signal });
    const { outcome } = write('a');
    ending.abort(new Error('stopped'));
    await arrived[0]?.fail(tooMuch.requests('60'));
    expect(String(await outcome)).toBe('Error: stopped');
  });
});

describe('an identity that is not accepted', () => {
  it('gets one new token, and is taken out when that is not accepted either: the others go on', async () => {
    const refused: number[] = [];
    const { write, arrived, tokensAsked } = openPool(2, 1, { onRefused: (index) => refused.push(index) });
    const first = write('a');
    await arrived[0]?.fail(no(401));
    expect(tokensAsked).toEqual(['0 renewed']);
    await arrived[1]?.fail(no(401));
    expect(refused).toEqual([0]);
    await arrived[2]?.done();
    expect(await first.outcome).toBe('done');
    const second = write('b');
    await arrived[3]?.done();
    expect(await second.outcome).toBe('done');
    expect(arrived.map(({ by }) => by)).toEqual([0, 0, 1, 1]);
  });

  it('is taken out when its user is locked out, and used again when it is admitted', async () => {
    const { write, arrived, pool } = openPool(2, 1);
    write('a');
    await arrived[0]?.fail(no(403, '0x80042f09'));
    expect(arrived[1]?.by).toBe(1);
    await arrived[1]?.done();
    pool.admit(0);
    write('b');
    expect(arrived[2]?.by).toBe(0);
  });

  it('stays when it is the last, and says why it cannot work', async () => {
    const { write, arrived } = openPool(1, 1);
    for (const time of [0, 1]) {
      const { outcome } = write('a');
      await arrived[time]?.fail(no(403, '0x80042f09'));
      expect(await outcome).toBe('INV_DATAVERSE_FORBIDDEN');
    }
  });

  it('leaves nobody when the last is excluded: then each request fails with its reason', async () => {
    const { write, arrived, pool, clock } = openPool(1, 1);
    const waiting = [write('a'), write('b')];
    const reason: InvitationError = invitationError('INV_CODE_UNREADABLE');
    pool.exclude(0, reason);
    await arrived[0]?.done();
    expect(await waiting[0]?.outcome).toBe('done');
    expect(await waiting[1]?.outcome).toBe('INV_CODE_UNREADABLE');
    expect(await write('c').outcome).toBe('INV_CODE_UNREADABLE');
    pool.admit(0);
    write('d');
    expect(arrived.at(-1)?.writes).toBe('d');
    expect(clock.sleeps).toEqual([]);
  });

  it('is asked itself when somebody wants to know about it, even when it is out', async () => {
    const { pool, arrived } = openPool(2, 1);
    pool.exclude(1, invitationError('INV_CODE_UNREADABLE'));
    void pool.run({
      operation: 'probe',
      operations: 1,
      by: 1,
      roundTrip: (transport) => transport.transaction([]),
    });
    expect(arrived.map(({ by }) => by)).toEqual([1]);
  });
});
