import type { Row, Write, WriteOutcome } from '../../../../plugins/dataverse/door.js';
import { locksOf } from '../../../../plugins/redeem/locks/locks.js';
import { redemptionLock as table } from '../../../../solution/schema.js';
import { scriptedDoor } from '../../send/scriptedDoor.js';

const unknown: WriteOutcome = { kind: 'unknown', error: { message: 'no answer' } };

/** What the table does with one write: by default what Dataverse does. `lost`: it happens, and nobody hears of it. */
export type Fate = WriteOutcome | 'lost' | Error;

/** Locks above a table of rows in memory. `fates` are those of the write requests, in turn. */
export function lockingOn(...fates: readonly (Fate | undefined)[]) {
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
