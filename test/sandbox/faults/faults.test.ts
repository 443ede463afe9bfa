import { describe, expect, it } from '@jest/globals';
import { Faults } from '../../../sandbox/dataverse/server/faults/faults.js';
import { failureEffect } from '../../../sandbox/dataverse/server/faults/failureResponse.js';
import { faultRuleShape, type FaultRuleInput } from '../../../sandbox/dataverse/server/faults/faultRule.js';
import { documentedLimits } from '../../../sandbox/dataverse/server/protection/limits.js';

const url = '/api/data/v9.2/contacts?%24filter=lastname%20eq%20%27A%27';
const now = new Date(Date.UTC(2026, 10, 23, 12));
const effectOf = (failure: FaultRuleInput['failure']) => {
  const rule = faultRuleShape.parse({ failure });
  if (rule.failure === undefined) throw new Error('no failure given');
  return failureEffect(rule.failure, documentedLimits, now);
};

describe('fault rules', () => {
  it.each<[string, FaultRuleInput, boolean]>([
    ['no condition', {}, true],
    ['the method', { method: 'POST' }, true],
    ['another method', { method: 'GET' }, false],
    ['a pattern over the decoded URL', { url: String.raw`contacts\?\$filter=lastname eq 'A'$` }, true],
    ['another URL', { url: '^/api/data/v9.2/accounts' }, false],
    ['a pattern over the body', { body: 'PATCH .*SendEmail' }, true],
    ['another body', { body: 'DELETE' }, false],
    ['a delta token that the request has not', { failure: { kind: 'expiredDeltaToken' } }, false],
  ])('with %s', (_, rule, applies) => {
    const faults = new Faults();
    faults.add(rule);
    expect(faults.take({ method: 'POST', url, body: 'PATCH x(1)/SendEmail' }) !== undefined).toBe(applies);
  });

  it('skips, applies so many times, and then lets the next rule have its turn', () => {
    const faults = new Faults();
    faults.set([{ skip: 1, times: 2, failure: { kind: 'dropBefore' } }, { failure: { kind: 'badGateway' } }]);
    const taken = Array.from(
      { length: 5 },
      () => faults.take({ method: 'GET', url, body: undefined })?.failure?.kind,
    );
    expect(taken).toEqual(['badGateway', 'dropBefore', 'dropBefore', 'badGateway', 'badGateway']);
    expect(faults.states().map(({ applied }) => applied)).toEqual([2, 3]);
  });

  it('refuses a rule that is wrong, and keeps the others', () => {
    const faults = new Faults();
    faults.add({ failure: { kind: 'badGateway' } });
    expect(() => faults.set([{}, { url: '(' }])).toThrow('regular expression');
    expect(faults.states()).toHaveLength(1);
  });
});

describe('what a failure looks like', () => {
  it.each([
    ['requests', '0x80072322'],
    ['executionTime', '0x80072321'],
    ['concurrency', '0x80072326'],
  ] as const)('429 for %s has code %s and the seconds to wait', (limit, code) => {
    expect(effectOf({ kind: 'throttled', limit, retryAfter: 7 })).toMatchObject({
      kind: 'answer',
      response: { status: 429, headers: { 'retry-after': '7' }, body: { error: { code } } },
    });
  });

  it('429 may carry a date, or nothing', () => {
    expect(effectOf({ kind: 'throttled', retryAfter: 90, as: 'date' })).toMatchObject({
      response: { headers: { 'retry-after': 'Mon, 23 Nov 2026 12:01:30 GMT' } },
    });
    expect(effectOf({ kind: 'throttled' })).toMatchObject({ response: { status: 429, headers: {} } });
    expect(effectOf({ kind: 'throttled' })).not.toHaveProperty('response.headers.retry-after');
  });

  it.each([
    [
      { kind: 'unavailable', retryAfter: 3 },
      { status: 503, headers: { 'retry-after': '3' } },
    ],
    [
      { kind: 'unavailable', status: 504 },
      { status: 504, headers: {} },
    ],
    [
      { kind: 'badGateway' },
      { status: 502, headers: { 'content-type': 'text/html' }, body: expect.stringContaining('<html>') },
    ],
    [{ kind: 'expiredDeltaToken' }, { status: 400, body: { error: { code: '0x80044352' } } }],
    [
      { kind: 'error', status: 403, code: '0x1', message: 'No.' },
      { status: 403, body: { error: { code: '0x1', message: 'No.' } } },
    ],
  ] as [FaultRuleInput['failure'], object][])('%j', (failure, response) => {
    expect(effectOf(failure)).toMatchObject({ kind: 'answer', response });
  });
});
