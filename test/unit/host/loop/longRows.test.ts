import { describe, expect, it } from '@jest/globals';
import { longRowsAtOnce } from '../../../../plugins/host/loop/loop.js';
import { forget, never, pagesOf, row, settle, startLoop } from './startLoop.js';

describe('rows that take long', () => {
  it('leave the places to the others, however many they are', async () => {
    const done: unknown[] = [];
    const groups = Array.from({ length: 40 }, (_, id) => row(id));
    const singles = Array.from({ length: 20 }, (_, id) => row(100 + id));
    startLoop(
      () => pagesOf([...groups, ...singles]),
      ({ id }) => {
        if (Number(id) < 100) return never;
        done.push(id);
        return Promise.resolve('done');
      },
      8,
      { isLong: ({ id }) => Number(id) < 100 },
    );
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect(done).toHaveLength(20);
    forget(); // Rows that never end keep their loop from ending.
  });

  it('are a share of all, and do not become more with more application users: each holds thousands of contacts', () => {
    expect([8, 64, 256, 1024].map(longRowsAtOnce)).toEqual([2, 8, 8, 8]);
  });
});
