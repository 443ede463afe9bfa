import { describe, expect, it } from '@jest/globals';
import { recentMoments } from '../../../plugins/contract/recentMoments.js';

const second = 1_000;

describe('moments', () => {
  it('count for as long as they are recent, whichever way the clock goes', () => {
    const moments = recentMoments(10 * second);
    moments.add('a', 100 * second, 2);
    moments.add('a', 105 * second);
    expect(moments.of('a', 109 * second)).toHaveLength(3);
    expect(moments.of('a', 110 * second)).toEqual([105 * second]);
    expect(moments.of('a', 90 * second)).toEqual([]);
    expect(moments.of('b', 100 * second)).toEqual([]);
  });

  it('are taken back, the newest first', () => {
    const moments = recentMoments(10 * second);
    moments.add('a', 1 * second);
    moments.add('a', 2 * second);
    moments.takeBack('a');
    expect(moments.of('a', 2 * second)).toEqual([1 * second]);
  });

  it('of strangers fill no memory: of too many keys the one longest untouched goes', () => {
    const moments = recentMoments(10 * second, 2);
    moments.add('a', 1 * second);
    moments.add('b', 1 * second);
    moments.add('a', 2 * second);
    moments.add('c', 2 * second);
    const known = ['a', 'b', 'c'].filter((key) => moments.of(key, 2 * second).length > 0);
    expect(known).toEqual(['a', 'c']);
  });

  it('of senders are all kept', () => {
    const moments = recentMoments(10 * second);
    const keys = Array.from({ length: 1_000 }, (_, index) => `sender ${index}`);
    for (const key of keys) moments.add(key, 1 * second);
    expect(keys.filter((key) => moments.of(key, 2 * second).length === 1)).toHaveLength(1_000);
  });
});
