import { describe, expect, it } from '@jest/globals';
import { RequestFailure } from '../../../plugins/dataverse/failure/requestFailure.js';
import {
  type Attempt,
  maximumAttempts,
  type Operation,
  patience,
  type RetryDecision,
  retryDecision,
} from '../../../plugins/dataverse/failure/retryDecision.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const fresh: Attempt = { number: 1, turnedAway: 0, waited: 0, renewed: false };

const answered = (status: number, retryAfter?: string) =>
  new RequestFailure('answered', 'said no', status, undefined, retryAfter);
const reset = new RequestFailure('unclear', 'socket hang up', undefined, 'ECONNRESET');
const noConnection = new RequestFailure('never', 'refused', undefined, 'ECONNREFUSED');

const stop: RetryDecision = { kind: 'stop' };
const decide = (failure: RequestFailure, operation: Operation, attempt: Partial<Attempt> = {}, random = 0) =>
  retryDecision({ ...fresh, ...attempt }, failure, operation, { now, random });

describe('the retry decision', () => {
  it.each<[string, RequestFailure]>([
    ['408', answered(408)],
    ['500', answered(500)],
    ['502', answered(502)],
    ['503', answered(503)],
    ['504', answered(504)],
    ['a deadlock that is answered as 400', new RequestFailure('answered', 'sql', 400, '0x80044150')],
    ['a reset', reset],
    ['a connection that cannot be made', noConnection],
  ])('repeats a read after %s, but neither a write nor a probe', (_name, failure) => {
    expect(decide(failure, 'read')).toEqual({ kind: 'again', after: 250 });
    expect(decide(failure, 'write')).toEqual(stop);
    expect(decide(failure, 'probe')).toEqual(stop);
  });

  it.each([200, 400, 403, 404, 405, 412, 413, 501, 505])('repeats nothing after %d', (status) => {
    for (const operation of ['read', 'probe', 'write'] as const)
      expect(decide(answered(status), operation)).toEqual(stop);
  });

  it.each<[string, string | undefined, number]>([
    ['in seconds', '7', 7_000],
    ['in fractions of a second', '0.25', 250],
    ['of zero', '0', 0],
    ['as a date', 'Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['as a date that has passed', 'Sun, 22 Nov 2026 11:59:00 GMT', 0],
    ['longer than the window of service protection', '3600', 300_000],
    ['that is absent', undefined, 250],
    ['that cannot be read', 'soon', 250],
  ])('holds everything after 429 with a Retry-After %s', (_name, retryAfter, after) => {
    for (const operation of ['read', 'probe', 'write'] as const) {
      expect(decide(answered(429, retryAfter), operation)).toEqual({ kind: 'hold', after });
    }
  });

  it('never counts a 429 as an attempt', () => {
    const turnedAwayOften = { number: maximumAttempts, turnedAway: 100, waited: patience - 1 };
    expect(decide(answered(429, '1'), 'read', turnedAwayOften)).toEqual({ kind: 'hold', after: 1_000 });
    expect(decide(answered(500), 'read', { number: 1, turnedAway: 100 })).toEqual({
      kind: 'again',
      after: 250,
    });
  });

  it('gives a request back that was turned away for longer than its patience', () => {
    expect(decide(answered(429, '1'), 'write', { waited: patience })).toEqual(stop);
  });

  it('waits longer each time Dataverse turns away without saying how long', () => {
    expect([0, 1, 2, 3].map((turnedAway) => decide(answered(429), 'write', { turnedAway }))).toEqual(
      [250, 500, 1_000, 2_000].map((after) => ({ kind: 'hold', after })),
    );
  });

  it('doubles the delay between repeats of a read and stops after the last attempt', () => {
    expect([1, 2, 3, 4, 5].map((number) => decide(answered(503), 'read', { number }))).toEqual([
      ...[250, 500, 1_000, 2_000].map((after) => ({ kind: 'again', after })),
      stop,
    ]);
  });

  it('leaves half of the delay to chance', () => {
    expect(decide(answered(500), 'read', { number: 2 }, 0)).toEqual({ kind: 'again', after: 500 });
    expect(decide(answered(500), 'read', { number: 2 }, 0.5)).toEqual({ kind: 'again', after: 750 });
    expect(decide(answered(500), 'read', { number: 2 }, 0.999)).toEqual({ kind: 'again', after: 1_000 });
  });

  it('follows the Retry-After of a fault up to its longest delay', () => {
    expect(decide(answered(503, '2'), 'read')).toEqual({ kind: 'again', after: 2_000 });
    expect(decide(answered(503, '600'), 'read')).toEqual({ kind: 'again', after: 30_000 });
  });

  it('renews the token once after 401, whatever the operation', () => {
    for (const operation of ['read', 'probe', 'write'] as const) {
      expect(decide(answered(401), operation)).toEqual({ kind: 'renew' });
      expect(decide(answered(401), operation, { renewed: true })).toEqual(stop);
    }
  });
});
