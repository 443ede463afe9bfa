import { isNativeError } from 'node:util/types';
import { isInvitationError } from '../../errors/invitationError.js';
import type { DataverseFailure } from '../door.js';
import { redact } from './redact.js';

/**
 * How far a request that failed came.
 *  never     it did not reach Dataverse: no connection could be made
 *  answered  Dataverse, or something before it, answered with a status
 *  unclear   it was sent and nobody can tell what became of it: reset, hang up, timeout
 */
export type Reach = 'never' | 'answered' | 'unclear';

/** One round trip that failed: the many shapes in which dynamics-web-api reports it, made one. */
export class RequestFailure extends Error implements DataverseFailure {
  override readonly name = 'RequestFailure';

  constructor(
    readonly reach: Reach,
    message: string,
    readonly status?: number,
    /** Dataverse error code, `0x80040220`, or the system's, `ECONNREFUSED`. */
    readonly code?: string,
    /** The Retry-After header as it came: seconds or a date. */
    readonly retryAfter?: string,
  ) {
    super(message);
  }
}

/** The system errors after which a request may have been executed all the same. */
const unclearCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ABORT_ERR',
  'ECONNABORTED',
  'INV_TIMEOUT',
]);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/**
 * Reads what dynamics-web-api threw, or put into a result:
 *  - an Error with `status`, `code`, `message` and `headers` (a request that was answered with JSON)
 *  - the same with `message` undefined (an HTML page of a gateway)
 *  - an Error with an empty message and the payload nested in `error` (an operation of a batch)
 *  - an Array of results with such an Error among them (a batch answered with an error status)
 *  - an Error of the socket with a system code (`socket hang up` has ECONNRESET)
 *
 * @param sent what the request carried: its values are kept out of the message
 * @returns undefined when it is none of these: then it is ours, or a mistake of the program, and no failure of a request
 */
export function requestFailure(thrown: unknown, sent?: unknown): RequestFailure | undefined {
  if (thrown instanceof RequestFailure) return thrown;
  if (Array.isArray(thrown)) return batchFailure(thrown, sent);
  if (!isNativeError(thrown) || isInvitationError(thrown)) return undefined;

  const error = fieldsOf(thrown);
  const systemCode = textOf(error.code);
  if (typeof error.status === 'number') return answeredFailure(error, error.status, sent);
  if (systemCode === undefined || /^ERR_(INVALID|UNESCAPED)/.test(systemCode)) return undefined;

  // A connection that could not be made in time was never used, unlike one that went silent.
  const neverConnected = error.syscall === 'connect' || !unclearCodes.has(systemCode);
  const message = textOf(thrown.message) ?? systemCode;
  return new RequestFailure(
    neverConnected ? 'never' : 'unclear',
    redact(message, sent),
    undefined,
    systemCode,
  );
}

function answeredFailure(
  error: Readonly<Record<string, unknown>>,
  status: number,
  sent: unknown,
): RequestFailure {
  const payload = fieldsOf(error.error);
  const code = textOf(payload.code) ?? textOf(error.code);
  const said = textOf(payload.message) ?? textOf(error.message);
  const message = said ?? `HTTP ${status} ${textOf(error.statusMessage) ?? ''}`;
  return new RequestFailure(
    'answered',
    redact(message, sent),
    status,
    code,
    textOf(fieldsOf(error.headers)['retry-after']),
  );
}

/** A batch that was answered with an error names the operation that failed, unless its part came without a body. */
function batchFailure(results: readonly unknown[], sent: unknown): RequestFailure {
  const failed = results.find((result) => isNativeError(result));
  return (
    (failed && requestFailure(failed, sent)) ??
    new RequestFailure('unclear', 'the batch failed, and no operation in the answer says why')
  );
}
