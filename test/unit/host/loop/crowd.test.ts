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
    ['in which people edit a few rows is not crowded', 'c'.repeat(7), { isDense: false, isCrowded: false }],
    ['in which every other row was taken is dense', 'c.'.repeat(8), { isDense: true, isCrowded: true }],
    [
      'in which a third was taken is crowded, not dense',
      '..c'.repeat(12),
      { isDense: false, isCrowded: true },
    ],
    [
      'is dense as soon as somebody comes, however long it was quiet',
      `${'.'.repeat(1_000)}${'c'.repeat(16)}`,
      { isDense: true, isCrowded: false },
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
});
