import { catalogue, type ErrorCode } from '../../../errors/catalogue.js';

/** A kind of problem: what is always the same about it. */
export interface ProblemKind {
  readonly status: number;
  /** RFC 9457: a summary that does not change from one occurrence to the next. */
  readonly title: string;
  /** What happened and what to do, for whoever called. Never what the service's own log says. */
  readonly detail: string;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
}

const kind = (status: number, title: string, detail: string, retryAfter?: number): ProblemKind => ({
  status,
  title,
  detail,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/**
 * The errors that an answer of the API can name, in the order of the documents. Whatever else goes wrong inside is for the service's log, and
 * INV_DOOR_NOT_READY outside. Below 500 the answer is definite; from 500 on the same request may be sent again.
 */
export const problemKinds = {
  INV_API_REQUEST_INVALID: kind(
    400,
    'The request cannot be understood',
    'The request cannot be understood. What is wrong with it stands in the problem; the description is at /api/openapi.json.',
  ),
  INV_API_UNAUTHORIZED: kind(401, 'Not authorized', catalogue.INV_API_UNAUTHORIZED),
  INV_CODE_INVALID: kind(404, 'The invitation code is not valid', catalogue.INV_CODE_INVALID),
  INV_REDEEMER_NOT_INVITED: kind(
    403,
    'The invitation is for somebody else',
    catalogue.INV_REDEEMER_NOT_INVITED,
  ),
  INV_IDENTITY_TAKEN: kind(403, 'The contact belongs to another account', catalogue.INV_IDENTITY_TAKEN),
  INV_REDEEMER_INACTIVE: kind(403, 'The contact is inactive', catalogue.INV_REDEEMER_INACTIVE),
  INV_REDEMPTION_REFUSED: kind(
    409,
    'The invitation cannot be granted',
    'Dataverse refused what the invitation grants. The owner of the invitation has been told; ask the person who invited you.',
  ),
  INV_IDEMPOTENCY_KEY_REUSED: kind(
    422,
    'The Idempotency-Key was used for another request',
    catalogue.INV_IDEMPOTENCY_KEY_REUSED,
  ),
  INV_TOO_MANY_ATTEMPTS: kind(
    429,
    'Too many attempts',
    'Too many attempts have failed. Wait as many seconds as Retry-After says, then try again.',
  ),
  INV_OUTCOME_UNKNOWN: kind(
    503,
    'Nobody can tell whether it happened',
    'The answer of Dataverse was lost. Send the same request again: nothing happens twice.',
    5,
  ),
  INV_REDEMPTION_CONTENDED: kind(
    503,
    'Too many redeem the invitation at this moment',
    'The invitation kept changing while it was being redeemed. Send the same request again.',
    1,
  ),
  INV_DOOR_NOT_READY: kind(503, 'Not ready', catalogue.INV_DOOR_NOT_READY, 30),
} as const satisfies Partial<Record<ErrorCode, ProblemKind>>;

/** A code that an answer of the API can name. */
export type ProblemCode = keyof typeof problemKinds;

/** All of them, the first named first in the documents. */
export const problemCodes = Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]];

/** True when an answer may name the code. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);
