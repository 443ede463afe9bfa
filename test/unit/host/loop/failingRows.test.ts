import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import type { Plugin } from '../../../../plugins/contract/plugin.js';
import { pagesOf, row, settle, startLoop } from './startLoop.js';

describe('a row that keeps failing', () => {
  const failing = (
    given: Partial<Plugin>,
    error: () => Error = () => invitationError('INV_CODE_INVALID'),
  ) => {
    const tried: string[] = [];
    let etag = '1';
    const loop = startLoop(
      () => pagesOf([row(1, etag)]),
      async (due) => {
        tried.push(String(due['@odata.etag']));
        throw error();
      },
      2,
      given,
    );
    const wait = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        await settle();
        await loop.clock.advance(1_000);
      }
    };
    const edit = (): void => {
      etag = String(Number(etag) + 1);
    };
    return { ...loop, tried, wait, edit };
  };

  it('is put aside after five attempts, with its reason, and that is told once', async () => {
    const aside: unknown[] = [];
    const { tried, wait, told, lines } = failing({
      setAside: async (due, error) => {
        aside.push([due.id, String(error)]);
        return 'done';
      },
    });
    await wait(90);
    expect(tried).toHaveLength(5);
    expect(aside).toEqual([[1, expect.stringContaining('not valid')]]);
    expect(told).toEqual(['setAside INV_CODE_INVALID']);
    expect(lines('warn')).toHaveLength(2);
  });

  it('gets five attempts again when somebody has changed it', async () => {
    const aside: unknown[] = [];
    const { tried, wait, edit } = failing({
      setAside: async (due) => String(aside.push(due['@odata.etag'])),
    });
    await wait(40);
    edit();
    await wait(70);
    expect(tried.filter((version) => version === '1').length).toBeLessThan(5);
    expect(aside).toEqual([]);
    await wait(60);
    expect(aside).toEqual(['2']);
  });

  it('that cannot be put aside either rests as long as it can, and says so once', async () => {
    let refusals = 0;
    const { wait, lines, told } = failing({
      setAside: async () => {
        refusals += 1;
        throw invitationError('INV_DATAVERSE_REFUSED', { operation: 'this', reason: 'no' });
      },
    });
    await wait(80);
    expect(refusals).toBe(1);
    await wait(620);
    expect(refusals).toBe(3);
    expect(lines('error')).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('is never put aside for what stands in the way of all rows', async () => {
    const aside: unknown[] = [];
    const { tried, wait } = failing({ setAside: async () => String(aside.push('x')) }, () =>
      invitationError('INV_CODE_UNREADABLE'),
    );
    await wait(400);
    expect(tried.length).toBeGreaterThan(5);
    expect(aside).toEqual([]);
  });

  it('for want of an answer is read again at once, then rests, and has half an hour', async () => {
    const tried: number[] = [];
    const aside: number[] = [];
    const { clock } = startLoop(
      () => pagesOf([row(1)]),
      async () => {
        tried.push(clock.now() - 1_700_000_000_000);
        return 'unknown';
      },
      2,
      { setAside: async () => String(aside.push(clock.now() - 1_700_000_000_000)) },
    );
    for (let second = 0; second < 2_100; second += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await clock.advance(1_000);
    }
    expect(tried.slice(0, 2).map((time) => time < 2_000)).toEqual([true, true]);
    expect(aside[0]).toBeGreaterThan(1_200_000);
    expect(tried.length).toBeLessThan(14);
  });

  it('lets a failing row rest, longer each time, while the others go on', async () => {
    const tried: number[] = [];
    const { clock } = startLoop(
      () => pagesOf([row(1)]),
      async () => {
        tried.push(clock.now() - 1_700_000_000_000);
        throw invitationError('INV_CODE_INVALID');
      },
    );
    for (let second = 0; second < 60; second += 1) {
      await settle();
      await clock.advance(1_000);
    }
    const rests = tried.slice(1).map((time, index) => time - (tried[index] ?? 0));
    expect(rests.length).toBeGreaterThanOrEqual(2);
    expect(rests[0]).toBeGreaterThanOrEqual(5_000);
    expect(rests[1]).toBeGreaterThanOrEqual(10_000);
  });
});
