import { describe, expect, it } from '@jest/globals';
import type { Throttle } from '../../../../plugins/dataverse/doorObserver.js';
import { createGovernor, type Governor } from '../../../../plugins/dataverse/pool/governor.js';
import { type ForgedClock, forgedClock } from '../forgedClock.js';

const setUp = (cap = 16, window = 300_000): { readonly clock: ForgedClock; readonly governor: Governor } => {
  const clock = forgedClock();
  return { clock, governor: createGovernor({ clock, cap, window }) };
};

/** Fills all room with requests that take so many milliseconds together and end well. */
async function round({ clock, governor }: ReturnType<typeof setUp>, milliseconds = 100): Promise<void> {
  const passages = Array.from({ length: governor.room() }, () => governor.begin());
  await clock.advance(milliseconds);
  for (const passage of passages) passage.end();
}

/** One request that is turned away. @returns whether that was news */
function refused(governor: Governor, milliseconds: number, throttle: Throttle): boolean {
  const passage = governor.begin();
  const isNews = passage.turnedAway(milliseconds, throttle);
  passage.end();
  return isNews;
}

describe('the governor of an identity', () => {
  it('has as much room as its limit says, less what is under way', () => {
    const { governor } = setUp(2);
    expect(governor.room()).toBe(2);
    const passage = governor.begin();
    expect([governor.room(), governor.active]).toEqual([1, 1]);
    passage.end();
    expect([governor.room(), governor.active]).toEqual([2, 0]);
  });

  it('starts with four and doubles with each round of successes, up to its cap', async () => {
    const set = setUp(20);
    const limits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      limits.push(set.governor.limit);
      await round(set);
    }
    expect(limits).toEqual([4, 8, 16, 20]);
  });

  it('does not grow where its room is not used', async () => {
    const { clock, governor } = setUp();
    for (let time = 0; time < 20; time += 1) {
      const passage = governor.begin();
      await clock.advance(100);
      passage.end();
    }
    expect(governor.limit).toBe(4);
  });

  it.each([
    [6, 16, 6],
    [50, 16, 16],
    [2, 16, 2],
    [0, 16, 1],
  ])('grows to a recommendation of %d within its cap of %d: %d', async (recommended, cap, limit) => {
    const set = setUp(cap);
    set.governor.recommend(recommended);
    for (let time = 0; time < 6; time += 1) await round(set);
    expect(set.governor.limit).toBe(limit);
  });

  it('has no room at all while its gate is shut, and never opens it earlier for a shorter wait', async () => {
    const { clock, governor } = setUp();
    const [first, second] = [governor.begin(), governor.begin()];
    first.turnedAway(10_000, 'requests');
    second.turnedAway(1_000, 'requests');
    first.end();
    second.end();
    await clock.advance(9_999);
    expect(governor.room()).toBe(0);
    await clock.advance(1);
    expect(governor.room()).toBeGreaterThan(0);
  });

  it('tells once that the gate is shut, however many were turned away', async () => {
    const { clock, governor } = setUp();
    const [first, second] = [governor.begin(), governor.begin()];
    expect(first.turnedAway(10_000, 'unknown')).toBe(true);
    expect(second.turnedAway(20_000, 'unknown')).toBe(false);
    first.end();
    second.end();
    await clock.advance(20_000);
    expect(refused(governor, 1_000, 'unknown')).toBe(true);
  });

  it.each<Throttle>(['concurrency', 'unknown'])(
    'halves its limit when it was turned away for %s, once for all that were under way together',
    async (throttle) => {
      const set = setUp(16);
      await round(set);
      await round(set);
      const passages = [set.governor.begin(), set.governor.begin(), set.governor.begin()];
      for (const passage of passages) {
        passage.turnedAway(1_000, throttle);
        passage.end();
      }
      expect(set.governor.limit).toBe(8);
      await set.clock.advance(1_000);
      for (const limit of [4, 2, 1, 1]) {
        refused(set.governor, 1_000, throttle);
        expect(set.governor.limit).toBe(limit);
        await set.clock.advance(1_000);
      }
    },
  );

  it.each<Throttle>(['executionTime', 'requests'])(
    'goes back to what it used on average when the budget of the window is used up: %s',
    async (throttle) => {
      const set = setUp(16);
      await round(set, 0);
      await round(set, 0);
      // 16 at once for 75 s are 1,200 s, and so are 4 at once for a window of 300 s.
      await round(set, 75_000);
      refused(set.governor, 225_000, throttle);
      expect(set.governor.limit).toBe(4);
    },
  );

  it('takes the average over the window it is given', async () => {
    const set = setUp(16, 30_000);
    await round(set, 0);
    await round(set, 0);
    await round(set, 7_500);
    refused(set.governor, 22_500, 'executionTime');
    expect(set.governor.limit).toBe(4);
  });

  it.each([
    [300_000, 5_000],
    [30_000, 500],
  ])(
    'grows by one in a sixtieth of the window after it was turned away: %d / %d ms',
    async (window, step) => {
      const set = setUp(16, window);
      refused(set.governor, 0, 'concurrency');
      expect(set.governor.limit).toBe(2);
      const limits: number[] = [];
      for (let time = 0; time < 11; time += 1) {
        await round(set, step / 5);
        limits.push(set.governor.limit);
      }
      expect(limits).toEqual([2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4]);
    },
  );

  it('asks for exactly what lasts for two windows after the budget of one was used up, and then for more', async () => {
    const set = setUp(16);
    await round(set, 0);
    await round(set, 0);
    // 16 at once for 84 s are 4.48 at once for a window of 300 s.
    await round(set, 84_000);
    refused(set.governor, 0, 'executionTime');
    const seen: number[] = [];
    for (let time = 0; time < 600_000; time += 100) {
      seen.push(set.governor.limit);
      await round(set, 100);
    }
    expect(new Set(seen)).toEqual(new Set([4, 5]));
    expect(seen.reduce((sum, limit) => sum + limit, 0) / seen.length).toBeCloseTo(4.48, 1);
    const limits: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      limits.push(set.governor.limit);
      await round(set, 5_000);
    }
    expect(limits).toEqual([6, 7, 8]);
  });

  it('believes nothing when it has asked for little itself, and tries more step by step', async () => {
    const set = setUp(16);
    await round(set, 60_000);
    refused(set.governor, 0, 'executionTime');
    const limits: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      limits.push(set.governor.limit);
      await round(set, 5_000);
    }
    expect(limits).toEqual([1, 2, 3]);
  });

  it('keeps the belief of what lasts for no other limit, and for no clock that was set back', async () => {
    const believing = async () => {
      const set = setUp(16);
      await round(set, 0);
      await round(set, 0);
      await round(set, 84_000);
      refused(set.governor, 0, 'executionTime');
      return set;
    };
    const first = await believing();
    refused(first.governor, 0, 'concurrency');
    await round(first, 5_000);
    await round(first, 5_000);
    expect(first.governor.limit).toBe(4);
    const second = await believing();
    await second.clock.advance(-3_600_000);
    await round(second, 5_000);
    expect(second.governor.limit).toBe(6);
  });

  it('takes the success of a request that began before the refusal for no sign of room', async () => {
    const { clock, governor } = setUp(16);
    const passages = Array.from({ length: 4 }, () => governor.begin());
    passages[0]?.turnedAway(0, 'concurrency');
    await clock.advance(60_000);
    for (const passage of passages) passage.end();
    expect(governor.limit).toBe(2);
  });

  it('opens its gate when the clock is set back by more than any hold lasts, and keeps it shut otherwise', async () => {
    const set = setUp();
    refused(set.governor, 60_000, 'requests');
    await set.clock.advance(-10_000);
    expect(set.governor.room()).toBe(0);
    await set.clock.advance(-3_600_000);
    expect(set.governor.room()).toBeGreaterThan(0);
    expect(refused(set.governor, 1_000, 'requests')).toBe(true);
    expect(set.governor.room()).toBe(0);
    await set.clock.advance(1_000);
    expect(set.governor.room()).toBeGreaterThan(0);
  });
});
