import { describe, expect, it } from '@jest/globals';
import { pagesOf, row, settle, startLoop } from './startLoop.js';

describe('two services on one queue', () => {
  it('break off a look that finds row after row changed, and say that it is crowded', async () => {
    const looks: { crowded: boolean; run: number }[] = [];
    let page = Array.from({ length: 300 }, (_, id) => row(id));
    let run = 0;
    startLoop(
      () => pagesOf(page),
      async ({ id }) => {
        run += 1;
        page = page.filter((other) => other.id !== id);
        return 'changed';
      },
      4,
      {
        due: async function* (_, look) {
          looks.push({ crowded: look?.crowded ?? false, run });
          yield page;
        },
      },
    );
    for (let turn = 0; turn < 3; turn += 1) await settle();
    expect(looks[0]).toEqual({ crowded: false, run: 0 });
    expect(looks[1]?.crowded).toBe(true);
    expect(looks[1]?.run).toBeLessThan(30);
  });
});
