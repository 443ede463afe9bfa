import { describe, expect, it } from '@jest/globals';
import { type Count, countedMoment, countOf, secondsToWait } from '../../../../plugins/redeem/locks/count.js';

const start = Date.UTC(2026, 10, 23, 12);
const at = (seconds: number): number => start + seconds * 1000;
const count = (failures: number, seconds: number): Count => ({ failures, lastOn: at(seconds) });
const times = (number: number, seconds: number): readonly number[] => Array<number>(number).fill(at(seconds));

describe('The count of one service', () => {
  it.each<[string, readonly number[], Count | undefined]>([
    ['of nothing', [], undefined],
    ['of one failure', times(1, 5), count(1, 5)],
    ['of failures within ten minutes', [...times(3, 0), ...times(2, 599)], count(5, 599)],
    ['leaves out what was ten minutes before the last', [...times(3, 0), ...times(2, 600)], count(2, 600)],
  ])('%s', (_name, moments, expected) => {
    expect(countOf(moments)).toEqual(expected);
  });

  it('is of whole seconds, as Dataverse keeps them', () => {
    expect(countedMoment(at(7) + 999)).toBe(at(7));
  });
});

describe('With a limit of 100, the wait', () => {
  it.each<[string, readonly Count[], number, number]>([
    ['is none where nothing has failed', [], 0, 0],
    ['is none below the limit', [count(99, 0)], 10, 0],
    ['lasts until ten minutes after the last failure', [count(100, 0)], 10, 590],
    ['is over to the second', [count(100, 0)], 600, 0],
    ['… and not a second before', [count(100, 0)], 599, 1],
    ['counts a part of a second as a whole one', [count(100, 0)], 598.5, 2],
    ['adds up what several services have counted', [count(60, 0), count(40, 30)], 60, 540],
    ['ends with the last count that is needed', [count(60, 0), count(50, 30), count(60, 90)], 100, 530],
    ['… whichever of them is read first', [count(60, 90), count(60, 0), count(50, 30)], 100, 530],
    ['is not prolonged by counts that are not needed', [count(100, 0), count(1, 500)], 500, 100],
    ['does not know old counts', [count(60, 0), count(60, 601)], 601, 0],
    ['does not believe a clock that was ahead by more than that', [count(100, 700)], 0, 0],
  ])('%s', (_name, counts, now, seconds) => {
    expect(secondsToWait(counts, 100, at(now))).toBe(seconds);
  });
});
