import { describe, expect, it } from '@jest/globals';
import { createMemoryWatch, type MemoryFigures } from '../../../scripts/soak/nemesis/memoryWatch.js';

/** What is seen of services that live one after the other, each for so many seconds, with a look a second. */
function lives(
  ...all: readonly (readonly [seconds: number, megabytesAt: (second: number) => number])[]
): MemoryFigures {
  const watch = createMemoryWatch();
  let now = 1_000_000;
  for (const [seconds, megabytesAt] of all) {
    watch.began(now);
    for (let second = 1; second <= seconds; second += 1) watch.saw(megabytesAt(second), now + second * 1_000);
    now += seconds * 1_000;
  }
  return watch.figures();
}
const sawtooth = (second: number): number => second % 10;

describe('the memory of the services of a slot', () => {
  it('is the last look and the highest', () => {
    expect(lives([3, (second) => 100 + (second === 2 ? 50 : second)])).toMatchObject({
      last: 103,
      most: 150,
    });
  });

  it('grows by what remains of collections, measured once a service is grown up', () => {
    const young = (second: number): number => (second < 60 ? second : 60);
    const { growth } = lives([600, (second) => 40 + young(second) + sawtooth(second) + second / 60]);
    expect(growth).toBeGreaterThan(9);
    expect(growth).toBeLessThan(11);
  });

  it('does not grow when it only goes up and down', () => {
    expect(Math.abs(lives([600, (second) => 100 + sawtooth(second)]).growth ?? NaN)).toBeLessThan(1);
  });

  it('is judged by the service that lived longest', () => {
    const leaking = (second: number): number => 100 + second / 10;
    const steady = (): number => 100;
    expect(lives([300, leaking], [200, steady]).growth).toBeCloseTo(60);
    expect(lives([200, leaking], [300, steady]).growth).toBeCloseTo(0);
  });

  it('says nothing of growth where none lived long enough, nor where nothing was seen', () => {
    expect(lives([170, () => 100], [30, () => 100]).growth).toBeUndefined();
    const blind = createMemoryWatch();
    blind.saw(undefined, 1_000);
    expect(blind.figures()).toEqual({ last: 0, most: 0, growth: undefined });
  });
});
