import { describe, expect, it } from '@jest/globals';
import type { Row, Write, WriteOutcome } from '../../../../plugins/dataverse/door.js';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { locksOf } from '../../../../plugins/redeem/locks/locks.js';
import { redemptionLock as table } from '../../../../solution/schema.js';
import { failure, scriptedDoor } from '../../send/scriptedDoor.js';

const invitationId = '5e7f1c3a-0000-4000-8000-000000000001';
const unknown: WriteOutcome = { kind: 'unknown', error: { message: 'no answer' } };
const refused: WriteOutcome = { kind: 'refused', error: failure('A plug-in said no.') };

/** What the table does with one write: by default what Dataverse does. `lost`: it happens, and nobody hears of it. */
type Fate = WriteOutcome | 'lost' | Error;

/** Locks above a table of rows in memory. `fates` are those of the write requests, in turn. */
function lockingOn(...fates: readonly (Fate | undefined)[]) {
  const rows = new Map<string, Row>();
  const pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  let reads = 0;
  const commit = (writes: readonly Write[]): WriteOutcome => {
    const after = new Map(rows);
    for (const write of writes) {
      if (write.kind === 'create') {
        const id = String(write.row[table.id]);
        if (after.has(id)) return { kind: 'exists' };
        after.set(id, { ...write.row });
      }
      if (write.kind === 'update') {
        const row = after.get(write.id);
        if (!row) return { kind: 'gone' };
        after.set(write.id, { ...row, ...write.row });
      }
    }
    for (const [id, row] of after) rows.set(id, row);
    return { kind: 'done' };
  };
  const { context, requests } = scriptedDoor({
    rows: ({ filter = '' }) => {
      reads += 1;
      const service = /inv_service eq '([^']*)'/.exec(filter)?.[1];
      return [...rows.values()].filter(
        (row) =>
          filter.includes(String(row.inv_subject)) && (service === undefined || row.inv_service === service),
      );
    },
    writeEach: ([writes = []], call) => {
      const fate = fates[call - 1];
      if (fate instanceof Error) throw fate;
      if (fate === 'lost') commit(writes);
      return [fate === 'lost' ? unknown : (fate ?? commit(writes))];
    },
  });
  let time = Date.parse('2026-05-10T12:00:00Z');
  const log: string[] = [];
  const say = (_: unknown, text?: string) => void log.push(String(text ?? _));
  const locks = locksOf(
    {
      ...context,
      now: () => new Date(time),
      log: { ...context.log, warn: say, info: say, error: say } as unknown as typeof context.log,
    },
    (milliseconds) => new Promise((end) => pauses.push({ milliseconds, end })),
  );
  const asked = (address: string, code = 'c') => ({ address, code });
  return {
    locks,
    rows,
    requests,
    pauses,
    log,
    reads: () => reads,
    pass: (seconds: number) => void (time += seconds * 1000),
    fail(address: string, times = 1, invitation?: string): void {
      for (let time = 0; time < times; time += 1) {
        locks.begin(asked(address));
        locks.failed(asked(address), invitation);
      }
    },
    /** Ends the pause that is kept now, and lets the round that follows run. */
    async nextRound(): Promise<void> {
      pauses.at(-1)?.end();
      await new Promise(setImmediate);
    },
    counts: () =>
      [...rows.values()]
        .map(({ inv_failures: failures }) => Number(failures))
        .sort((one, other) => one - other),
  };
}

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

describe('No count is lost or doubled', () => {
  it.each<[string, readonly (Fate | undefined)[], number]>([
    ['the answer to the first rows is lost', ['lost'], 1],
    ['the first rows are lost on their way', [unknown], 3],
    ['everything is lost, twice', [unknown, unknown, 'lost'], 5],
    ['there is no connection', [invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' })], 2],
    ['something unforeseen happens', [new TypeError('?')], 2],
  ])('when %s', async (_name, fates, requestsAtLast) => {
    const { fail, requests, nextRound, counts } = lockingOn(...fates);
    fail('203.0.113.7', 3);
    fail('203.0.113.8', 2);
    for (let round = 0; round < 3; round += 1) await nextRound();
    expect(counts()).toEqual([2, 3]);
    expect(requests).toHaveLength(requestsAtLast);
    fail('203.0.113.7');
    await nextRound();
    expect(counts()).toEqual([2, 4]);
  });

  it('when failures come while a row is on its way', async () => {
    const { locks, fail, counts } = lockingOn();
    fail('203.0.113.7', 3);
    const told = locks.flush();
    fail('203.0.113.7', 2);
    await told;
    expect(counts()).toEqual([5]);
  });

  it('when somebody deletes a row: what it told is forgiven, what came since is not', async () => {
    const { locks, fail, rows, counts, pass } = lockingOn();
    fail('203.0.113.7', 60);
    fail('203.0.113.8', 2);
    await locks.flush();
    rows.delete([...rows.keys()][0] ?? '');
    pass(1);
    fail('203.0.113.7', 3);
    fail('203.0.113.8');
    await locks.flush();
    expect(counts()).toEqual([3, 3]);
  });

  it('when the row of an invitation that was deleted cannot be made: the others are', async () => {
    const { locks, fail, counts, requests } = lockingOn({ kind: 'gone' }, undefined, { kind: 'gone' });
    fail('203.0.113.7', 3, invitationId);
    await locks.flush();
    expect(counts()).toEqual([3]);
    expect(requests).toHaveLength(3);
    await locks.flush();
    expect(requests).toHaveLength(3);
  });
});

describe('A Dataverse that does not take the rows', () => {
  it('is asked less and less often, and the log says it once', async () => {
    const away = Array<Error>(9).fill(invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' }));
    const { fail, nextRound, pauses, log, counts } = lockingOn(...away);
    fail('203.0.113.7');
    for (let round = 0; round < 10; round += 1) await nextRound();
    expect(pauses.map(({ milliseconds }) => milliseconds / 1000)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 60, 60,
    ]);
    expect(log).toEqual([
      expect.stringMatching(/^other services do not hear .* does not answer/),
      'other services hear of failed attempts to redeem again',
    ]);
    expect(counts()).toEqual([1]);
  });

  it('because the service lacks a right is asked again; one that refuses the rows is not', async () => {
    const error = { status: 403, code: '0x80040220', message: 'no privilege' };
    const forbidden = lockingOn({ kind: 'refused', error });
    forbidden.fail('203.0.113.7');
    await forbidden.nextRound();
    expect(forbidden.log).toEqual([expect.stringContaining('Dataverse refused writing redemption locks')]);
    await forbidden.nextRound();
    expect(forbidden.counts()).toEqual([1]);

    const unwelcome = lockingOn(refused, refused);
    unwelcome.fail('203.0.113.7');
    await unwelcome.nextRound();
    expect(unwelcome.log).toEqual([expect.stringContaining('A plug-in said no')]);
    await unwelcome.nextRound();
    expect(unwelcome.requests).toHaveLength(2);
  });

  it('does not hold up a service that stops', async () => {
    const away = Array<Error>(2).fill(invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' }));
    const { locks, fail, requests } = lockingOn(...away);
    fail('203.0.113.7');
    await locks.flush();
    expect(requests).toHaveLength(1);
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
