import { defaultMaxListeners, getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitUntil } from '../../../sandbox/dataverse/server/wait.js';

const minute = 60_000;
const parallel = 30;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('Waiting until a server closes', () => {
  it('ends when its time is up, not before', async () => {
    const ended: number[] = [];
    const wait = waitUntil(new AbortController().signal);
    for (const time of [minute, 2 * minute]) void wait(time).then(() => ended.push(time));
    await jest.advanceTimersByTimeAsync(minute - 1);
    expect(ended).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(ended).toEqual([minute]);
  });

  it('ends early for everybody who waits, and leaves no timer behind', async () => {
    const closing = new AbortController();
    const wait = waitUntil(closing.signal);
    const waits = Array.from({ length: parallel }, () => wait(minute));
    expect(jest.getTimerCount()).toBe(parallel);
    closing.abort();
    await Promise.all(waits);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    ['no time', false, 0],
    ['a server that is closing already', true, minute],
  ])('does not begin for %s', async (_, aborted, time) => {
    const closing = new AbortController();
    const wait = waitUntil(closing.signal);
    if (aborted) closing.abort();
    await wait(time);
    expect(jest.getTimerCount()).toBe(0);
  });

  // Node warns of a leak by the number of listeners; the warning itself does not reach a test's own process object.
  it('gives Node no cause to warn of too many listeners, however many wait and have waited', async () => {
    const { signal } = new AbortController();
    const wait = waitUntil(signal);
    const listeners = () => getEventListeners(signal, 'abort').length;
    const before = listeners();
    for (const round of [1, 2]) {
      const waits = Array.from({ length: parallel }, () => wait(round * minute));
      expect(listeners()).toBe(before);
      await jest.advanceTimersByTimeAsync(round * minute);
      await Promise.all(waits);
    }
    expect(before).toBeLessThan(defaultMaxListeners);
  });
});
