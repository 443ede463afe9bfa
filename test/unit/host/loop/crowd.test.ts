import { describe, expect, it } from '@jest/globals';
import { createCrowd } from '../../../../plugins/host/loop/crowd.js';

/** Rows that ended: `c` changed, anything else not. */
const after = (rows: string) => {
  const crowd = createCrowd();
  for (const row of rows) crowd.saw(row === 'c');
  return { isDense: crowd.isDense(), isCrowded: crowd.isCrowded() };
};

describe('a queue', () => {
  it.each([
    ['nobody else works on is not crowded', '.'.repeat(100), { isDense: false, isCrowded: false }],
    [
      'in which people edit a few rows is not crowded',
      `${'.'.repeat(40)}ccc`,
      { isDense: false, isCrowded: false },
    ],
    ['in which every other row was taken is dense', 'c.'.repeat(8), { isDense: true, isCrowded: true }],
    [
      'in which a third was taken is crowded, not dense',
      '..c'.repeat(12),
      { isDense: false, isCrowded: true },
    ],
    [
      'is dense as soon as somebody comes, however long it was quiet',
      `${'.'.repeat(1_000)}cccc`,
      { isDense: true, isCrowded: true },
    ],
  ])('that %s', (_, rows, expected) => {
    expect(after(rows)).toEqual(expected);
  });

  it('is judged afresh with each look', () => {
    const crowd = createCrowd();
    for (let row = 0; row < 20; row += 1) crowd.saw(true);
    crowd.start();
    expect([crowd.isDense(), crowd.isCrowded()]).toEqual([false, false]);
  });

  it('stays crowded for the next look where a dense place was left for another one', () => {
    const crowd = createCrowd();
    for (const row of 'cccc') crowd.saw(row === 'c');
    crowd.moved();
    for (let row = 0; row < 500; row += 1) crowd.saw(false);
    expect([crowd.isDense(), crowd.isCrowded()]).toEqual([false, true]);
  });

  it("is worked on as if others were there, until 32 rows in a row were nobody else's", () => {
    const crowd = createCrowd();
    const meet = (rows: string): boolean => {
      for (const row of rows) crowd.saw(row === 'c');
      return crowd.hasCompany();
    };
    expect(meet('')).toBe(true);
    expect(meet('.'.repeat(31))).toBe(true);
    expect(meet('.')).toBe(false);
    crowd.start();
    expect(meet('')).toBe(false);
    expect(meet('c')).toBe(true);
    expect(meet('.'.repeat(32))).toBe(false);
    expect(meet('cccc')).toBe(true);
    crowd.start();
    expect(meet(`c${'.'.repeat(1_000)}`)).toBe(true);
    // One was enough: who has met others is not alone before a whole look without any.
    expect(crowd.isCrowded()).toBe(true);
    crowd.start();
    expect(meet('.'.repeat(1_000))).toBe(true);
    expect(crowd.isCrowded()).toBe(false);
    crowd.start();
    expect(meet('.'.repeat(31))).toBe(true);
    expect(meet('.')).toBe(false);
  });
});
