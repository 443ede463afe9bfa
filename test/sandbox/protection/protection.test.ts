import { beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../sandbox/dataverse/clock.js';
import { DataverseError } from '../../../sandbox/dataverse/errors.js';
import { Protection } from '../../../sandbox/dataverse/server/protection/protection.js';

const user = '11111111-0000-4000-8000-000000000001';
const other = '11111111-0000-4000-8000-000000000002';

/** A clock that stands still until it is moved. */
class StoppedClock extends Clock {
  #now = Date.UTC(2026, 10, 23, 12);
  override now(): Date {
    return new Date(this.#now);
  }
  override advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

let clock: StoppedClock;
beforeEach(() => {
  clock = new StoppedClock();
});

/** Runs one request of so many milliseconds; returns the refusal, if it is one. */
function request(protection: Protection, userId: string, cost = 0): DataverseError | undefined {
  try {
    protection.admit(userId).finish(cost);
    return undefined;
  } catch (error) {
    if (error instanceof DataverseError) return error;
    throw error;
  }
}

describe('service protection', () => {
  it('is off unless switched on', () => {
    const protection = new Protection(clock, false, { requests: 1, concurrency: 1 });
    expect([1, 2, 3].map(() => request(protection, user))).toEqual([undefined, undefined, undefined]);
    expect(protection.headers(user)).toEqual({});
  });

  it('has the documented limits', () => {
    expect(new Protection(clock, true).limits).toEqual({
      windowSeconds: 300,
      requests: 6000,
      executionMilliseconds: 1_200_000,
      concurrency: 52,
      retryAfterStepSeconds: 1,
    });
  });

  it('refuses the request after the last allowed one, and says when to come again', () => {
    const protection = new Protection(clock, true, { requests: 3, windowSeconds: 300 });
    for (let second = 0; second < 3; second += 1) {
      expect(request(protection, user)).toBeUndefined();
      clock.advance(10_000);
    }
    expect(request(protection, user)).toMatchObject({
      status: 429,
      code: '0x80072322',
      message: 'Number of requests exceeded the limit of 3 over time window of 300 seconds.',
      headers: { 'retry-after': '270' },
    });
    expect(request(protection, other)).toBeUndefined();
  });

  it('says it in steps that are scaled down together with the window', () => {
    const limits = { requests: 1, concurrency: 1, windowSeconds: 3, retryAfterStepSeconds: 0.1 };
    const protection = new Protection(clock, true, limits);
    request(protection, user);
    clock.advance(2640);
    expect(request(protection, user)?.headers['retry-after']).toBe('0.4');
    const running = protection.admit(other);
    expect(request(protection, other)?.headers['retry-after']).toBe('0.2');
    running.finish(1);
  });

  it('lets requests in again as old ones leave the sliding window', () => {
    const protection = new Protection(clock, true, { requests: 2, windowSeconds: 60 });
    request(protection, user);
    clock.advance(30_000);
    request(protection, user);
    clock.advance(30_000);
    expect(request(protection, user)).toBeUndefined();
    expect(request(protection, user)).toMatchObject({ code: '0x80072322' });
  });

  it('lengthens the wait of who pushes on', () => {
    const protection = new Protection(clock, true, { requests: 2, windowSeconds: 60 });
    request(protection, user);
    request(protection, user);
    clock.advance(20_000);
    expect(request(protection, user)?.headers['retry-after']).toBe('40');
    expect(request(protection, user)?.headers['retry-after']).toBe('40');
    expect(request(protection, user)?.headers['retry-after']).toBe('60');
  });

  it('limits the combined execution time', () => {
    const protection = new Protection(clock, true, { executionMilliseconds: 1_200_000 });
    expect(request(protection, user, 700_000)).toBeUndefined();
    clock.advance(1000);
    expect(request(protection, user, 500_000)).toBeUndefined();
    expect(request(protection, user)).toMatchObject({
      status: 429,
      code: '0x80072321',
      message:
        'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.',
      headers: { 'retry-after': '299' },
    });
    clock.advance(299_000);
    expect(request(protection, user)).toBeUndefined();
  });

  it('does not charge a request that outlasts the window', () => {
    const protection = new Protection(clock, true, { executionMilliseconds: 100, windowSeconds: 60 });
    const slow = protection.admit(user);
    clock.advance(61_000);
    request(protection, user);
    slow.finish(61_000);
    expect(request(protection, user)).toBeUndefined();
  });

  it('limits requests at the same time, at once', () => {
    const protection = new Protection(clock, true, { concurrency: 2 });
    const first = protection.admit(user);
    protection.admit(user);
    expect(request(protection, user)).toMatchObject({
      status: 429,
      code: '0x80072326',
      message: 'Number of concurrent requests exceeded the limit of 2.',
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    first.finish(5);
    expect(request(protection, user)).toBeUndefined();
  });

  it('tells what is left', () => {
    const protection = new Protection(clock, true, { requests: 10, executionMilliseconds: 2_000_000 });
    request(protection, user, 500_500);
    expect(protection.headers(user)).toEqual({
      'x-ms-ratelimit-burst-remaining-xrm-requests': '9',
      'x-ms-ratelimit-time-remaining-xrm-requests': '1,499.50',
    });
  });

  it('forgets on reset what was used, not what is under way', () => {
    const protection = new Protection(clock, true, { requests: 1, concurrency: 1 });
    const active = protection.admit(user);
    protection.reset();
    expect(request(protection, user)).toMatchObject({ code: '0x80072326' });
    active.finish(1);
    expect(request(protection, user)).toBeUndefined();
  });

  it('keeps its count over many windows of busy traffic', () => {
    const protection = new Protection(clock, true, { requests: 2000, windowSeconds: 60 });
    for (let at = 0; at < 10_000; at += 1) {
      expect(request(protection, user, 1)).toBeUndefined();
      clock.advance(31);
    }
    expect(protection.headers(user)['x-ms-ratelimit-burst-remaining-xrm-requests']).toBe(String(2000 - 1935));
  });
});
