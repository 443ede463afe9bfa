import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../../../plugins/dataverse/door.js';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { createBell } from '../../../../plugins/host/loop/bell.js';
import { createRowMemory } from '../../../../plugins/host/loop/rowMemory.js';
import { forgedClock } from '../../dataverse/forgedClock.js';
import { pagesOf, row, seconds, settle, startLoop } from './startLoop.js';

const refused = () => invitationError('INV_DATAVERSE_REFUSED', { operation: 'this', reason: 'no' });

describe('rows at the head of the queue that never end well', () => {
  it('and are more than can be remembered keep nobody waiting, and are not tried without a pause', async () => {
    const poison = Array.from({ length: 10_200 }, (_, id) => row(id));
    let healthy: Row[] = [];
    let tries = 0;
    const { clock } = startLoop(
      () => pagesOf(poison, healthy),
      async ({ id }) => {
        if (Number(id) < 20_000) {
          tries += 1;
          throw refused();
        }
        healthy = healthy.filter((other) => other.id !== id);
        return 'done';
      },
      2_000,
    );
    for (let turn = 0; turn < 30; turn += 1) await settle();
    expect(tries).toBe(10_200);
    healthy = [row(20_001)];
    await seconds(clock, 59);
    expect(tries).toBe(10_200);
    await seconds(clock, 2);
    for (let turn = 0; turn < 30; turn += 1) await settle();
    expect(healthy).toEqual([]);
  });

  it('because they are said to have changed, and have not, are put aside with the reason', async () => {
    const aside: unknown[] = [];
    let due = [row(1)];
    const { clock, lines } = startLoop(
      () => pagesOf(due),
      async () => 'changed',
      2,
      {
        setAside: async (_, error) => {
          aside.push(String(error));
          due = [];
          return 'done';
        },
      },
    );
    for (let second = 0; second < 2_100; second += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await clock.advance(1_000);
    }
    expect(aside).toEqual([expect.stringContaining('a row is not what it was, and it is')]);
    expect(lines('warn').length).toBeGreaterThan(0);
  });

  it('on a page that is followed by one that cannot be read do not make the loop spin', async () => {
    const { looks, readiness, clock } = startLoop(
      async function* () {
        yield [row(1)];
        throw refused();
      },
      async () => 'waiting',
    );
    await settle();
    expect(looks).toEqual([0, 0]);
    expect(readiness.problems()).toMatchObject([{ part: 'test', code: 'INV_DATAVERSE_REFUSED' }]);
    await seconds(clock, 20);
    expect(looks.length).toBeLessThan(9);
  });
});

describe('a clock that is set back', () => {
  it('lets no row rest longer than the longest rest', () => {
    let now = 1_700_000_000_000;
    const memory = createRowMemory({ ...forgedClock(), now: () => now });
    memory.failed('a', { version: '1', problem: 'no', fault: 'row' });
    expect(memory.resting('a')).toBe(true);
    now -= 3_600_000;
    expect(memory.resting('a')).toBe(false);
  });
});

describe('a plugin that makes work for another', () => {
  it('wakes it after the shortest pause, and not more often than that', async () => {
    const bell = createBell();
    const { clock, looks } = startLoop(
      () => pagesOf(),
      async () => 'done',
      2,
      { idleFactor: 12 },
      { bell },
    );
    await seconds(clock, 8);
    expect(looks).toEqual([0, 1_000, 3_000, 7_000]);
    bell.ring('test');
    for (let ring = 0; ring < 10; ring += 1) {
      await settle();
      bell.ring('test');
    }
    expect(looks).toEqual([0, 1_000, 3_000, 7_000, 8_000]);
    await seconds(clock, 1);
    await settle();
    expect(looks).toEqual([0, 1_000, 3_000, 7_000, 8_000, 9_000]);
  });

  it('rings for those it feeds, once a row has made progress', async () => {
    const rung: string[] = [];
    const bell = { ...createBell(), ring: (name: string) => void rung.push(name) };
    startLoop(
      () => pagesOf([row(1)]),
      async () => 'done',
      2,
      { feeds: ['other'] },
      { bell },
    );
    await settle();
    expect(rung).toEqual(['other']);
  });
});
