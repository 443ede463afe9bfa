import { describe, expect, it } from '@jest/globals';
import { ceiling, ceilingUngathered } from '../../../scripts/bench/ceiling.js';
import { readParts } from '../../../scripts/bench/parts.js';
import { percentiles } from '../../../scripts/bench/redeeming/percentiles.js';
import { sendingFigures } from '../../../scripts/bench/sending/sendingFigures.js';
import type { Reading } from '../../../scripts/bench/sending/takeReading.js';
import { scaledLimits } from '../../../scripts/bench/system/protectionLimits.js';
import { spentBy } from '../../../scripts/bench/system/spent.js';

describe('the ceiling', () => {
  it.each([
    [25, 53.33, 20],
    [50, 26.67, 20],
    [100, 13.33, 13.33],
    [200, 6.67, 6.67],
  ])('of one identity at %i ms is %d a second, %d with a request for each', (time, most, each) => {
    expect(ceiling(1, time)).toBeCloseTo(most, 2);
    expect(ceilingUngathered(1, time)).toBeCloseTo(each, 2);
    expect(ceiling(4, time)).toBeCloseTo(4 * ceiling(1, time));
  });

  it('is the same whatever the window: limits shrink with it, what may happen at once does not', () => {
    expect(scaledLimits(300)).toEqual({
      windowSeconds: 300,
      requests: 6000,
      executionMilliseconds: 1_200_000,
      concurrency: 52,
      retryAfterStepSeconds: 1,
    });
    expect(scaledLimits(30)).toEqual({
      windowSeconds: 30,
      requests: 600,
      executionMilliseconds: 120_000,
      concurrency: 52,
      retryAfterStepSeconds: 0.1,
    });
  });
});

describe('the figures between two readings', () => {
  const reading: Reading = {
    at: 1_000_000,
    sent: 400,
    spent: { requests: 300, operations: 1250, refused: 20 },
    throttledSeconds: 5,
    sandboxCpu: 9_000,
    servicesCpu: 2_000,
    plain: {
      sequential: { requests: 100, refused: 0, sent: 25 },
      allAtOnce: { requests: 900, refused: 700, sent: 50 },
    },
  };
  const later: Reading = {
    at: 1_030_000,
    sent: 1180,
    spent: { requests: 690, operations: 3590, refused: 40 },
    throttledSeconds: 17,
    sandboxCpu: 15_000,
    servicesCpu: 3_500,
    plain: {
      sequential: { requests: 400, refused: 0, sent: 100 },
      allAtOnce: { requests: 1500, refused: 1300, sent: 50 },
    },
  };
  const one = { identities: 2, services: 1, operationMilliseconds: 100, plainClients: true };

  it('are those of the time between them alone', () => {
    expect(sendingFigures(one, reading, later)).toEqual({
      identities: 2,
      services: 1,
      operationMilliseconds: 100,
      ceiling: 8000 / 300,
      ceilingUngathered: 8000 / 300,
      perSecond: 26,
      requestsPerInvitation: 410 / 780,
      operationsPerInvitation: 3,
      refusedShare: 20 / 410,
      executionShare: 234_000 / 240_000,
      throttledShare: 12 / 60,
      sandboxCpu: 0.2,
      serviceCpu: 0.05,
      sequential: { burst: 25, perSecond: 2.5, requestsPerInvitation: 4, refusedShare: 0 },
      allAtOnce: { burst: 50, perSecond: 0, requestsPerInvitation: 0, refusedShare: 1 },
    });
  });

  it('count what the services asked for and nobody else', () => {
    const asked = { requests: 5, operations: 9, refused: 1 };
    const counters = { requests: 99, operations: 99, statuses: {}, methods: {} };
    const callers = { one: asked, two: asked, admin: { requests: 80, operations: 80, refused: 0 } };
    expect(spentBy(['one', 'two', 'three'], { ...counters, callers })).toEqual({
      requests: 10,
      operations: 18,
      refused: 2,
    });
  });
});

it('percentiles are samples that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentiles(hundred)).toEqual({ p50: 50, p95: 95, p99: 99 });
  expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
});

describe('--only', () => {
  it('takes parts with commas between, and all when it is left out', () => {
    expect([...readParts('memory, send')]).toEqual(['send', 'memory']);
    expect(readParts(undefined).size).toBe(4);
  });

  it('refuses what is no part', () => {
    expect(() => readParts('send,mail')).toThrow('There is no part "mail": send, redeem, memory, recovery.');
  });
});
