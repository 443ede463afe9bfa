import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../plugins/dataverse/clock.js';
import { withDeadline } from '../../../plugins/dataverse/transport/deadline.js';

/** What the service listens with to the signal that ends it: one signal lives as long as the process. */
const listeners = (stop: AbortController): number => getEventListeners(stop.signal, 'abort').length;

describe('work with a deadline', () => {
  it.each([
    ['is done', async () => 'done'],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('leaves no listener behind when it %s', async (_, work) => {
    const stop = new AbortController();
    await withDeadline(60_000, stop.signal, work).catch(() => undefined);
    expect(listeners(stop)).toBe(0);
  });

  it('leaves none behind when the deadline passes, though the work never ends', async () => {
    const stop = new AbortController();
    const never = () => new Promise<void>(() => undefined);
    await expect(withDeadline(1, stop.signal, never)).rejects.toMatchObject({ reach: 'unclear' });
    expect(listeners(stop)).toBe(0);
  });

  it('tells the work to end', async () => {
    const stop = new AbortController();
    let ended = false;
    const work = (signal: AbortSignal) =>
      new Promise<void>(() => {
        signal.addEventListener('abort', () => {
          ended = true;
        });
      });
    const outcome = withDeadline(60_000, stop.signal, work);
    stop.abort();
    await expect(outcome).rejects.toMatchObject({
      reach: 'unclear',
      message: expect.stringContaining('stopped'),
    });
    expect(ended).toBe(true);
  });
});

it('a wait leaves no listener behind', async () => {
  const stop = new AbortController();
  await systemClock.sleep(1, stop.signal);
  expect(listeners(stop)).toBe(0);
});
