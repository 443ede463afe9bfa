import { describe, expect, it } from '@jest/globals';
import { isOneOf, scattered } from '../../../plugins/send/queueParts.js';

const queue = (length: number) => Array.from({ length }, (_, index) => `row${index}`);
const lengths = (count: number) => scattered(queue(count)).map(({ length }) => length);

describe('a crowded queue', () => {
  it('is read in short stretches, and no row is left out or read twice', () => {
    const rows = queue(2_000);
    const stretches = scattered(rows);
    expect(Math.max(...stretches.map(({ length }) => length))).toBe(50);
    expect(stretches.flat().sort()).toEqual([...rows].sort());
  });

  it('is begun anywhere, whatever its rows share: each draw puts another stretch in front', () => {
    const rows = queue(2_000);
    const first = (random: number) => scattered(rows, () => random)[0]?.[0];
    expect(first(0)).toBe('row50');
    expect(first(0.999)).toBe('row0');
    const begun = new Set(Array.from({ length: 200 }, () => scattered(rows)[0]?.[0]));
    expect(begun.size).toBeGreaterThan(20);
  });

  it('keeps the rows of a stretch oldest first', () => {
    for (const stretch of scattered(queue(100))) {
      const ranks = stretch.map((id) => Number(id.slice(3)));
      expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    }
  });

  it.each([
    ['none', 0, 0, 0],
    ['one', 1, 1, 1],
    ['a few', 60, 6, 10],
    ['some hundred', 400, 16, 25],
    ['two thousand', 2_000, 40, 50],
  ])('of %s rows has stretches enough for everybody', (_, rows, count, longest) => {
    expect(lengths(rows)).toHaveLength(count);
    expect(Math.max(0, ...lengths(rows))).toBe(longest);
  });
});

it('a condition names the rows of a stretch', () => {
  expect(isOneOf(['a', 'b'])).toBe(
    "Microsoft.Dynamics.CRM.In(PropertyName='inv_invitationid',PropertyValues=['a','b'])",
  );
});
