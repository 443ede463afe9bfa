import { describe, expect, it } from '@jest/globals';
import { RequestFailure } from '../../../plugins/dataverse/failure/requestFailure.js';
import { neverExecuted, writeOutcome } from '../../../plugins/dataverse/failure/writeOutcome.js';

const answered = (status: number, code?: string) => new RequestFailure('answered', 'said', status, code);

describe('the outcome of a transaction that failed', () => {
  it.each<[string, RequestFailure, string]>([
    ['another version', answered(412, '0x80060882'), 'changed'],
    ['412 without a known code', answered(412), 'changed'],
    ['a row that exists', answered(412, '0x80040237'), 'exists'],
    ['a row that exists, answered as 400', answered(400, '0x80040237'), 'exists'],
    ['an alternate key that exists', answered(412, '0x80060892'), 'exists'],
    ['a row that does not exist', answered(404, '0x80040217'), 'gone'],
    ['a key that does not exist', answered(404, '0x80060891'), 'gone'],
    ['a table that does not exist', answered(404, '0x8006088A'), 'refused'],
    ['a missing privilege', answered(403, '0x80040220'), 'refused'],
    ['a validation', answered(400, '0x80044331'), 'refused'],
    ['a plug-in that says no', answered(400, '0x80040265'), 'refused'],
    ['a message that is not there', answered(501), 'refused'],
    ['a request that took too long', answered(408), 'unknown'],
    ['a server error', answered(500, '0x80040216'), 'unknown'],
    ['a deadlock', answered(500, '0x80044150'), 'unknown'],
    ['a deadlock, answered as 400', answered(400, '0x80044150'), 'unknown'],
    ['a time-out of the database, answered as 400', answered(400, '0x80044151'), 'unknown'],
    ['a transaction that a deadlock has ended', answered(400, '0x80040255'), 'unknown'],
    ['the exception of the database itself', answered(400, '0x80131904'), 'unknown'],
    ['a body that is too large', answered(413), 'refused'],
    ['a gateway', answered(502), 'unknown'],
    ['a reset', new RequestFailure('unclear', 'socket hang up', undefined, 'ECONNRESET'), 'unknown'],
  ])('after %s', (_name, failure, kind) => {
    expect(writeOutcome(failure).kind).toBe(kind);
  });

  it('tells what Dataverse said when it refused', () => {
    expect(writeOutcome(answered(403, '0x80040220'))).toEqual({
      kind: 'refused',
      error: { status: 403, code: '0x80040220', message: 'said' },
    });
  });

  it.each<[string, RequestFailure, boolean]>([
    ['no connection', new RequestFailure('never', 'refused', undefined, 'ECONNREFUSED'), true],
    ['a token that is not accepted', answered(401), true],
    ['being turned away', answered(429), true],
    ['a user without roles', answered(403, '0x80042f09'), true],
    ['a disabled user', answered(403, '0x80040225'), true],
    ['a user who is no member', answered(403, '0x80072560'), true],
    ['a missing privilege', answered(403, '0x80040220'), false],
    ['a reset', new RequestFailure('unclear', 'reset', undefined, 'ECONNRESET'), false],
    ['a server error', answered(500), false],
  ])('after %s, that it was never at stake is %p', (_name, failure, expected) => {
    expect(neverExecuted(failure)).toBe(expected);
  });
});
