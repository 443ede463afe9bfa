import { describe, expect, it } from '@jest/globals';
import {
  counted,
  doneAt,
  ended,
  handled,
  held,
  idle,
  type Progress,
  ratePerMinute,
} from '../../../../plugins/host/telemetry/progress/progress.js';

const start = Date.parse('2026-11-23T14:00:00Z');
const second = 1_000;
const minute = 60_000;

/** So many rows, evenly spread over so many milliseconds. */
function sending(rows: number, milliseconds: number, from: Progress = idle, since = start): Progress {
  let progress = from;
  for (let row = 0; row < rows; row += 1)
    progress = handled(progress, since + Math.round((row * milliseconds) / rows));
  return progress;
}

describe('the rate', () => {
  it.each<[string, number, number, number, number | undefined]>([
    ['is unknown before half a minute has passed', 100, 20 * second, 20 * second, undefined],
    ['is what was handled a minute', 600, minute, minute, 600],
    ['counts waits: what has stopped slows down', 600, minute, 2 * minute, 300],
    ['is that of the last five minutes', 60, minute, 60 * minute, 0],
  ])('%s', (_name, rows, milliseconds, at, rate) => {
    const found = ratePerMinute(sending(rows, milliseconds), start + at);
    if (rate === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(rate, 0);
  });

  it('forgets how fast it was before', () => {
    const fast = sending(6_000, minute);
    const slow = sending(100, 10 * minute, fast, start + minute);
    expect(ratePerMinute(slow, start + 11 * minute)).toBeCloseTo(10, 0);
    expect(slow.marks.length).toBeLessThan(80);
  });
});

describe('the end, as it can be foretold', () => {
  const half = sending(600, minute);
  it.each<[string, Progress, number | undefined]>([
    ['is known from the count and the rate', counted(half, 1_200, false, start + minute), 2 * minute],
    ['is unknown without a count', half, undefined],
    [
      'is unknown while Dataverse does not count to the end',
      counted(half, 50_000, true, start + minute),
      undefined,
    ],
    ['is not foretold when nothing is left', counted(half, 0, false, start + minute), undefined],
  ])('%s', (_name, progress, left) => {
    const at = doneAt(progress, start + minute);
    if (left === undefined) expect(at).toBeUndefined();
    else expect(((at ?? 0) - start - minute) / left).toBeCloseTo(1, 1);
  });

  it('takes off what was handled since the count', () => {
    const early = counted(sending(300, minute / 2), 1_500, false, start + minute / 2);
    const late = sending(300, minute / 2, early, start + minute / 2);
    expect(doneAt(late, start + minute)).toBeCloseTo(start + 3 * minute, -4);
  });
});

describe('waits', () => {
  it.each<[string, readonly (readonly [number, readonly number[]])[], number]>([
    ['of the only identity count', [[0, [10]]], 10],
    [
      'that overlap count once',
      [
        [0, [10]],
        [4, [12]],
      ],
      12,
    ],
    [
      'that follow each other add up',
      [
        [0, [10]],
        [20, [25]],
      ],
      15,
    ],
    ['of one of two identities do not hold up the service', [[0, [10, 0]]], 0],
    [
      'of both do, as long as both last',
      [
        [0, [10, 0]],
        [4, [10, 60]],
      ],
      6,
    ],
  ])('%s', (_name, holds, seconds) => {
    let progress: Progress = idle;
    for (const [at, until] of holds)
      progress = held(
        progress,
        until.map((moment) => start + moment * second),
        start + at * second,
      );
    expect(progress.waitedMilliseconds).toBe(seconds * second);
  });
});

describe('a run', () => {
  const sent = handled(idle, start);
  it.each<[string, Progress, number, 'empty' | 'stuck' | undefined]>([
    ['has not begun', idle, 0, undefined],
    ['goes on', counted(sent, 5, false, start + second), 2 * second, undefined],
    ['ends when the queue is counted empty', counted(sent, 0, false, start + second), 2 * second, 'empty'],
    [
      'goes on after a count of nothing that is older than its last row',
      handled(counted(sent, 0, false, start + second), start + 2 * second),
      3 * second,
      undefined,
    ],
    ['that nobody counts ends after a quiet minute', sent, minute + 1, 'empty'],
    ['that nobody counts goes on within it', sent, minute, undefined],
    ['that does not move is stuck', counted(sent, 5, false, start + second), 6 * minute, 'stuck'],
    [
      'that Dataverse holds up is not',
      held(counted(sent, 5, false, start + second), [start + 4 * minute], start),
      6 * minute,
      undefined,
    ],
  ])('%s', (_name, progress, after, end) => {
    expect(ended(progress, start + after)).toBe(end);
  });
});
