import { describe, expect, it } from '@jest/globals';
import { forget, never, pagesOf, row, settle, startLoop } from './startLoop.js';

describe('the loop of a plugin', () => {
  it('acts on every row of every page', async () => {
    const done: unknown[] = [];
    let waiting = [[row(1), row(2)], [row(3)]];
    startLoop(
      () => pagesOf(...waiting),
      async ({ id }) => {
        done.push(id);
        waiting = [];
        return 'done';
      },
    );
    await settle();
    expect(done).toEqual([1, 2, 3]);
  });

  it('looks again at once after progress, and less and less often when there is none', async () => {
    let waiting = [[row(1)]];
    const { clock, looks } = startLoop(
      () => pagesOf(...waiting),
      async () => {
        waiting = [];
        return 'done';
      },
    );
    await settle();
    expect(looks).toEqual([0, 0]);
    for (let second = 0; second < 20; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(looks).toEqual([0, 0, 1_000, 3_000, 7_000, 11_000, 15_000, 19_000]);
  });

  it('does not spin on rows that stay due unchanged', async () => {
    const { clock, looks } = startLoop(
      () => pagesOf([row(1)]),
      async () => 'waiting',
    );
    await settle();
    expect(looks).toEqual([0, 0]);
    await clock.advance(1_000);
    await settle();
    expect(looks).toEqual([0, 0, 1_000]);
  });

  it('does not spin either on more rows than it can remember', async () => {
    const many = Array.from({ length: 1_001 }, (_, id) => row(id));
    const { clock, looks } = startLoop(
      () => pagesOf(many),
      async () => 'waiting',
      100,
    );
    const lookTwice = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await settle();
    };
    await lookTwice();
    expect(looks).toEqual([0]);
    await clock.advance(1_000);
    await lookTwice();
    expect(looks).toEqual([0, 1_000]);
  });

  it('counts a row that comes back in another version as progress', async () => {
    let version = 0;
    const { looks } = startLoop(
      () => pagesOf(version < 3 ? [row(1, String(version))] : []),
      async () => {
        version += 1;
        return 'step';
      },
    );
    await settle();
    expect(version).toBe(3);
    expect(looks).toEqual([0, 0, 0, 0]);
  });

  it('runs no more rows at once than it may', async () => {
    let active = 0;
    let most = 0;
    let waiting = [Array.from({ length: 20 }, (_, id) => row(id))];
    startLoop(
      () => pagesOf(...waiting),
      async () => {
        active += 1;
        most = Math.max(most, active);
        await new Promise((resolve) => setImmediate(resolve));
        active -= 1;
        waiting = [];
        return 'done';
      },
      3,
    );
    await settle();
    await settle();
    expect(most).toBe(3);
    expect(active).toBe(0);
  });

  it('never acts on a row that is still under way, but goes on with others', async () => {
    const begun: unknown[] = [];
    const rows = [row(1)];
    const { clock } = startLoop(
      () => pagesOf([...rows]),
      ({ id }) => {
        begun.push(id);
        return id === 1 ? never : Promise.resolve('done');
      },
    );
    await settle();
    rows.push(row(2));
    await clock.advance(1_000);
    await settle();
    await clock.advance(1_000);
    await settle();
    expect(begun.filter((id) => id === 1)).toHaveLength(1);
    expect(begun).toContain(2);
    forget(); // A row that never ends keeps its loop from ending.
  });

  it('takes no new row after the signal and ends when those under way have ended', async () => {
    const begun: unknown[] = [];
    let finish = (): void => undefined;
    const { stop, ended } = startLoop(
      () => pagesOf([row(1), row(2), row(3)]),
      async ({ id }) => {
        begun.push(id);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return 'done';
      },
      1,
    );
    await settle();
    expect(begun).toEqual([1]);
    let hasEnded = false;
    void ended.then(() => {
      hasEnded = true;
    });
    stop.abort();
    await settle();
    expect(hasEnded).toBe(false);
    finish();
    await ended;
    expect(begun).toEqual([1]);
  });
});
