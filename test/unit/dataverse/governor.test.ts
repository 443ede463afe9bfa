import { describe, expect, it } from '@jest/globals';
import { createGovernor } from '../../../plugins/dataverse/governor.js';
import { forgedClock, settle } from './forgedClock.js';

/** A request that ends when it is told to. */
function openRequest() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, run: () => ended };
}

const setUp = (cap = 16, signal?: AbortSignal) => {
  const clock = forgedClock();
  return { clock, governor: createGovernor({ clock, cap, signal }) };
};

/** Lets `count` requests succeed, one after another. */
const succeed = async (governor: ReturnType<typeof setUp>['governor'], count: number): Promise<void> => {
  for (let request = 0; request < count; request += 1) await governor.run(async () => undefined);
};

describe('the governor', () => {
  it('lets only as many requests be under way as its limit says, the others wait in order', async () => {
    const { governor } = setUp(2);
    const requests = [1, 2, 3, 4].map(openRequest);
    const begun: number[] = [];
    const all = requests.map(({ run }, index) =>
      governor.run(() => {
        begun.push(index);
        return run();
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    expect(governor.active).toBe(2);
    requests[1]?.end();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    requests.forEach(({ end }) => {
      end();
    });
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(governor.active).toBe(0);
  });

  it('starts with care and grows by one after each round of successes, up to its cap', async () => {
    const { governor } = setUp(6);
    expect(governor.limit).toBe(4);
    await succeed(governor, 4);
    expect(governor.limit).toBe(5);
    await succeed(governor, 4);
    expect(governor.limit).toBe(5);
    await succeed(governor, 1);
    expect(governor.limit).toBe(6);
    await succeed(governor, 100);
    expect(governor.limit).toBe(6);
  });

  it.each([
    [5, 5],
    [50, 16],
    [0, 1],
  ])('follows a recommendation of %d within its cap: %d', (recommended, limit) => {
    const { governor } = setUp(16);
    governor.recommend(recommended);
    expect(governor.limit).toBe(limit);
  });

  it('halves its limit when it is turned away, once for all that were under way together', () => {
    const { governor } = setUp(16);
    governor.recommend(16);
    governor.turnedAway(10_000);
    governor.turnedAway(10_000);
    governor.turnedAway(5_000);
    expect(governor.limit).toBe(8);
  });

  it('halves again when it is turned away after the gate was open, but never below one', async () => {
    const { clock, governor } = setUp(16);
    governor.recommend(5);
    for (const limit of [2, 1, 1]) {
      governor.turnedAway(1_000);
      expect(governor.limit).toBe(limit);
      await clock.advance(1_000);
    }
  });

  it('sends nothing at all while the gate is shut, however often the gate is shut again', async () => {
    const { clock, governor } = setUp();
    const begun: string[] = [];
    governor.turnedAway(10_000);
    const request = governor.run(async () => {
      begun.push('sent');
    });
    await clock.advance(9_999);
    expect(begun).toEqual([]);
    governor.turnedAway(5_000);
    await clock.advance(1);
    expect(begun).toEqual([]);
    await clock.advance(4_999);
    await request;
    expect(begun).toEqual(['sent']);
  });

  it('tells once that the gate is shut, however many were turned away', async () => {
    const clock = forgedClock();
    const told: number[] = [];
    const governor = createGovernor({ clock, cap: 4, onShut: (milliseconds) => told.push(milliseconds) });
    governor.turnedAway(10_000);
    governor.turnedAway(20_000);
    expect(told).toEqual([10_000]);
    await clock.advance(20_000);
    governor.turnedAway(5_000);
    expect(told).toEqual([10_000, 5_000]);
  });

  it('never opens the gate earlier because of a shorter wait', async () => {
    const { clock, governor } = setUp();
    governor.turnedAway(10_000);
    governor.turnedAway(1_000);
    let sent = false;
    const request = governor.run(async () => {
      sent = true;
    });
    await clock.advance(1_000);
    expect(sent).toBe(false);
    await clock.advance(9_000);
    await request;
    expect(sent).toBe(true);
  });

  it('does not count a request that was turned away as a success', async () => {
    const { clock, governor } = setUp(16);
    governor.turnedAway(0);
    expect(governor.limit).toBe(2);
    await governor.run(async () => {
      governor.turnedAway(0);
    });
    await clock.advance(1);
    const limit = governor.limit;
    await succeed(governor, limit);
    expect(governor.limit).toBe(limit + 1);
  });

  it('frees the place of a request that throws', async () => {
    const { governor } = setUp(1);
    await expect(governor.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(governor.active).toBe(0);
    await expect(governor.run(async () => 'next')).resolves.toBe('next');
  });

  it('sends those home who wait at the gate when the service stops', async () => {
    const ending = new AbortController();
    const { governor } = setUp(4, ending.signal);
    governor.turnedAway(60_000);
    const request = governor.run(async () => 'sent');
    await settle();
    ending.abort();
    await expect(request).rejects.toThrow();
    expect(governor.active).toBe(0);
  });
});
