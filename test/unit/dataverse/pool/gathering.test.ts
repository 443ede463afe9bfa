import { describe, expect, it } from '@jest/globals';
import {
  firstGathering,
  gather,
  type Gathering,
  learn,
  makeLonger,
} from '../../../../plugins/dataverse/pool/gathering.js';

/** So many transactions of three operations each, as an invitation has. */
const invitations = (count: number) => Array<{ operations: number }>(count).fill({ operations: 3 });
const knowing = (perOperation: number, more: Partial<Gathering> = {}): Gathering => ({
  ...firstGathering,
  perOperation,
  ...more,
});

describe('how many transactions travel in one request', () => {
  it.each<[string, Gathering, number, number, number]>([
    ['one, while nobody knows how long they take', firstGathering, 50, 1, 1],
    ['four of 75 ms', knowing(25), 50, 1, 4],
    ['two of 150 ms', knowing(50), 50, 1, 2],
    ['two of 195 ms: one would not last long enough', knowing(65), 50, 1, 2],
    ['one of 200 ms', knowing(200 / 3), 50, 1, 1],
    ['one of 600 ms', knowing(200), 50, 1, 1],
    ['twenty at most', knowing(1), 50, 1, 20],
    ['no more than wait', knowing(25), 3, 1, 3],
    ['no more than have no room of their own', knowing(25), 6, 3, 2],
    ['one where everybody has room', knowing(25), 6, 6, 1],
    ['half as many as were rolled back', knowing(25, { most: 2 }), 50, 1, 2],
    ['more where a part of the time is the way', knowing(25, { longEnough: 400 }), 50, 1, 7],
  ])('%s', (_name, gathering, waiting, room, expected) => {
    expect(gather(gathering, invitations(waiting), room)).toBe(expected);
  });

  it('keeps a request within 200 operations', () => {
    const long = Array<{ operations: number }>(5).fill({ operations: 90 });
    expect(gather(knowing(0.1), long, 1)).toBe(2);
  });

  it('keeps a request within a million characters, and what is longer alone', () => {
    const mails = (size: number) =>
      Array<{ operations: number; size: number }>(20).fill({ operations: 3, size });
    expect(gather(knowing(0.1), mails(100_000), 1)).toBe(10);
    expect(gather(knowing(0.1), mails(2_000_000), 1)).toBe(1);
  });

  it('believes a new time by and by', () => {
    const request = { transactions: 2, operations: 6, done: true };
    const first = learn(firstGathering, { ...request, milliseconds: 300 });
    expect(first.perOperation).toBe(50);
    expect(learn(first, { ...request, milliseconds: 600 }).perOperation).toBeCloseTo(60);
  });

  it('halves after a changeset that was rolled back, and grows by one after five that were not', () => {
    const failed = learn(knowing(10), { transactions: 9, operations: 27, milliseconds: 0, done: false });
    expect(failed.most).toBe(4);
    let gathering = failed;
    for (let request = 0; request < 5; request += 1) {
      expect(gathering.most).toBe(4);
      gathering = learn(gathering, { transactions: 4, operations: 12, milliseconds: 120, done: true });
    }
    expect(gathering.most).toBe(5);
  });

  it('takes a transaction that failed alone for no reason to gather less', () => {
    const failed = learn(knowing(10), { transactions: 1, operations: 3, milliseconds: 0, done: false });
    expect(failed.most).toBe(firstGathering.most);
  });

  it('makes requests longer when there were too many of them, within reason', () => {
    expect(makeLonger(firstGathering).longEnough).toBe(250);
    let gathering = firstGathering;
    for (let time = 0; time < 20; time += 1) gathering = makeLonger(gathering);
    expect(gathering.longEnough).toBe(1_000);
  });
});
