import { describe, expect, it } from '@jest/globals';
import { placeBetween, scatteredQueue, shuffled, wholeQueue } from '../../../plugins/send/queueParts.js';

const oldest = new Date('2026-05-01T00:00:00Z');
const newest = new Date('2026-05-11T00:00:00Z');
/** Draws the given numbers, again and again. */
const drawing = (...numbers: readonly number[]) => {
  let draws = 0;
  return () => numbers[draws++ % numbers.length] ?? 0;
};
const answering = (...rows: readonly (readonly { createdon: string }[])[]) => ({
  readTogether: async () => rows.map((value) => ({ value })),
});

describe('a crowded queue', () => {
  it('is read from a moment in it on, and then the part before: no row is left out', async () => {
    const dataverse = answering([{ createdon: oldest.toISOString() }], [{ createdon: newest.toISOString() }]);
    const parts = await scatteredQueue(dataverse, drawing(0.5, 0.5, 0.9));
    expect(parts).toEqual([
      { conditions: ['createdon ge 2026-05-06T00:00:00.000Z'], shuffled: true },
      { conditions: ['createdon lt 2026-05-06T00:00:00.000Z'], shuffled: true },
    ]);
  });

  it('that is empty by now has nothing to scatter', async () => {
    await expect(scatteredQueue(answering([], []))).resolves.toBe(wholeQueue);
  });

  it.each([
    ['close to the beginning', 0.1, oldest],
    ['close to the end', 0.5, newest],
  ])('is looked into %s by a third of the draws', (_, which, end) => {
    const place = placeBetween(oldest, newest, drawing(0.5, 0.5, which));
    expect(Math.abs(place.getTime() - end.getTime())).toBeLessThan(0.01 * 10 * 86_400_000);
  });

  it('begins at moments of the queue alone', () => {
    for (let time = 0; time < 1_000; time += 1) {
      const place = placeBetween(oldest, newest, Math.random).getTime();
      expect(place).toBeGreaterThanOrEqual(oldest.getTime());
      expect(place).toBeLessThanOrEqual(newest.getTime());
    }
  });
});

it('a shuffled page holds the same rows in another order', () => {
  const rows = Array.from({ length: 100 }, (_, index) => index);
  const mixed = shuffled(rows);
  expect(mixed).not.toEqual(rows);
  expect([...mixed].sort((one, other) => one - other)).toEqual(rows);
});
