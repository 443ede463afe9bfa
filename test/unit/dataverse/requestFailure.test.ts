import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { requestFailure } from '../../../plugins/dataverse/failure/requestFailure.js';

/** An Error with the fields dynamics-web-api or node puts on it. */
const errorWith = (message: string | undefined, fields: object): Error =>
  Object.assign(new Error(), { message }, fields);

const seen = (thrown: unknown, sent?: unknown) => {
  const failure = requestFailure(thrown, sent);
  if (!failure) return undefined;
  const { reach, status, code, message, retryAfter } = failure;
  return { reach, status, code, message, retryAfter };
};

describe('the failure of a request', () => {
  it.each<[string, unknown, object]>([
    [
      'an answer with JSON',
      errorWith('no privilege', { status: 403, code: '0x80040220', headers: {} }),
      { reach: 'answered', status: 403, code: '0x80040220', message: 'no privilege' },
    ],
    [
      'an answer with Retry-After',
      errorWith('slow down', { status: 429, code: '0x80072322', headers: { 'retry-after': '12' } }),
      { reach: 'answered', status: 429, code: '0x80072322', message: 'slow down', retryAfter: '12' },
    ],
    [
      'an HTML page of a gateway, which has no message',
      errorWith(undefined, { status: 502, statusMessage: 'Bad Gateway', headers: {} }),
      { reach: 'answered', status: 502, message: 'HTTP 502 Bad Gateway' },
    ],
    [
      'an operation of a batch, whose payload is nested',
      errorWith('', {
        status: 412,
        statusMessage: 'Precondition Failed',
        error: { code: '0x80060882', message: 'stale' },
      }),
      { reach: 'answered', status: 412, code: '0x80060882', message: 'stale' },
    ],
    [
      'a batch that rejects with the array of its results',
      [undefined, errorWith('', { status: 400, error: { code: '0x80040203', message: 'bad' } })],
      { reach: 'answered', status: 400, code: '0x80040203', message: 'bad' },
    ],
    [
      'a batch that rejects without saying why',
      [undefined, true],
      { reach: 'unclear', message: 'the batch failed, and no operation in the answer says why' },
    ],
    [
      'a hang-up',
      errorWith('socket hang up', { code: 'ECONNRESET' }),
      { reach: 'unclear', code: 'ECONNRESET', message: 'socket hang up' },
    ],
    [
      'an abort',
      errorWith('aborted', { code: 'ABORT_ERR' }),
      { reach: 'unclear', code: 'ABORT_ERR', message: 'aborted' },
    ],
    [
      'a refused connection on two addresses, which has an empty message',
      Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
      { reach: 'never', code: 'ECONNREFUSED', message: 'ECONNREFUSED' },
    ],
    [
      'an unknown host',
      errorWith('no host', { code: 'ENOTFOUND' }),
      { reach: 'never', code: 'ENOTFOUND', message: 'no host' },
    ],
    [
      'a connection that was not made in time',
      errorWith('timeout', { code: 'ETIMEDOUT', syscall: 'connect' }),
      { reach: 'never', code: 'ETIMEDOUT', message: 'timeout' },
    ],
    [
      'a certificate that has expired',
      errorWith('expired', { code: 'CERT_HAS_EXPIRED' }),
      { reach: 'never', code: 'CERT_HAS_EXPIRED', message: 'expired' },
    ],
  ])('reads %s', (_name, thrown, expected) => {
    expect(seen(thrown)).toEqual({ status: undefined, code: undefined, retryAfter: undefined, ...expected });
  });

  it.each<[string, unknown]>([
    ['a wrong parameter', new Error('DynamicsWebApi.retrieve requires the key')],
    ['an address that cannot be sent', errorWith('unescaped', { code: 'ERR_UNESCAPED_CHARACTERS' })],
    ['something that is no error', 'a text'],
    ['an error of ours', invitationError('INV_CODE_INVALID')],
  ])('leaves %s alone, it is no failure of a request', (_name, thrown) => {
    expect(requestFailure(thrown)).toBeUndefined();
  });

  it('keeps what was sent, and every mail address, out of the message', () => {
    const thrown = errorWith("The value 'K7QW-93XM' for ada@example.org is too long", { status: 400 });
    expect(seen(thrown, [{ row: { inv_code: 'K7QW-93XM' } }])?.message).toBe(
      "The value '…' for … is too long",
    );
  });

  it('shortens a page to what fits a log line', () => {
    const message = seen(errorWith('word '.repeat(1000), { status: 500 }))?.message;
    expect(message).toHaveLength(501);
  });
});
