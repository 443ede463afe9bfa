import { describe, expect, it, jest } from '@jest/globals';
import { RequestFailure } from '../../../../plugins/dataverse/failure/requestFailure.js';
import { no, openPool, tooMuch } from './openPool.js';

const stopped = new Error('stopped');
/** What the transport says when it is aborted. */
const cutOff = new RequestFailure('unclear', 'the service stopped before the answer came');

function ending() {
  const abort = new AbortController();
  const opened = openPool(1, 1, { signal: abort.signal });
  return { ...opened, stop: () => abort.abort(stopped) };
}

describe('when the service stops, everybody is answered', () => {
  it('who waits for room', async () => {
    const { write, read, stop, arrived } = ending();
    write('a');
    const outcomes = [write('b').outcome, read().outcome];
    stop();
    expect(await Promise.all(outcomes)).toEqual([stopped, stopped]);
    expect(arrived).toHaveLength(1);
  });

  it('who waits at a gate, and no timer is left', async () => {
    const { write, stop, arrived, clock } = ending();
    const sleep = jest.spyOn(clock, 'sleep');
    const { outcome } = write('a');
    await arrived[0]?.fail(tooMuch.requests('60'));
    stop();
    expect(await outcome).toBe(stopped);
    expect(sleep.mock.lastCall?.[1]?.aborted).toBe(true);
    await clock.advance(60_000);
    expect(arrived).toHaveLength(1);
  });

  it('who is under way: what became of it is not known', async () => {
    const { write, stop, arrived } = ending();
    const { outcome } = write('a');
    stop();
    await arrived[0]?.fail(cutOff);
    expect(await outcome).toBe('unknown');
  });

  it('a read under way, that is not repeated', async () => {
    const { read, stop, arrived, clock } = ending();
    const { outcome } = read();
    stop();
    await arrived[0]?.fail(cutOff);
    expect(await outcome).toBe(stopped);
    await clock.advance(60_000);
    expect(arrived).toHaveLength(1);
  });

  it('a read that sleeps before it is repeated', async () => {
    const { read, stop, arrived, clock } = ending();
    const { outcome } = read();
    await arrived[0]?.fail(no(503));
    expect(clock.sleeps).toEqual([250]);
    stop();
    expect(await outcome).toBe(stopped);
    await clock.advance(60_000);
    expect(arrived).toHaveLength(1);
  });

  it('who comes afterwards', async () => {
    const { read, stop, arrived } = ending();
    stop();
    expect(await read().outcome).toBe(stopped);
    expect(arrived).toHaveLength(0);
  });
});
