import { isInvitationError } from '../../../errors/invitationError.js';
import type { Problem } from '../schema/problem.js';
import { ProblemError, type Occurrence } from './problemError.js';
import { isProblemCode, problemKinds, type ProblemCode } from './problemKinds.js';

/** Kinds of problem are told of here: `…/api/errors#INV_CODE_INVALID`. */
export const problemType = (url: string, code: ProblemCode): string => `${url}/api/errors#${code}`;

/** An answer that is not a success. */
export interface ProblemAnswer {
  readonly body: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** What nobody foresaw, or what only the service's own log may tell. */
  readonly forTheLog?: unknown;
}

/**
 * The answer to whatever was thrown. Of an error that is not a kind of problem nothing is told outside.
 *
 * @param url base address of the doors
 */
export function problemOf(error: unknown, url: string): ProblemAnswer {
  const { code, occurrence, forTheLog } = read(error);
  const kind = problemKinds[code];
  const { status = kind.status, detail = kind.detail, errors } = occurrence;
  const retryAfter = occurrence.retryAfter ?? (status === kind.status ? retryAfterOf(code) : undefined);
  return {
    body: {
      type: problemType(url, code),
      title: kind.title,
      status,
      detail,
      code,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(errors === undefined ? {} : { errors: [...errors] }),
    },
    headers: {
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...occurrence.headers,
    },
    ...(forTheLog === undefined ? {} : { forTheLog }),
  };
}

const retryAfterOf = (code: ProblemCode): number | undefined => {
  const kind = problemKinds[code];
  return 'retryAfter' in kind ? kind.retryAfter : undefined;
};

interface Told {
  readonly code: ProblemCode;
  readonly occurrence: Occurrence;
  readonly forTheLog?: unknown;
}

function read(error: unknown): Told {
  if (error instanceof ProblemError) return { code: error.code, occurrence: error.occurrence };
  if (isInvitationError(error)) {
    const code = isProblemCode(error.code) ? error.code : 'INV_DOOR_NOT_READY';
    return { code, occurrence: {}, forTheLog: error };
  }
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500) {
    return {
      code: 'INV_API_REQUEST_INVALID',
      occurrence: { status, detail: unreadable[status] ?? unreadable[400] },
    };
  }
  // Something that nobody foresaw may have come after the transaction.
  return { code: 'INV_OUTCOME_UNKNOWN', occurrence: { status: 500 }, forTheLog: error };
}

/** What the server itself refuses; its own words may repeat a part of the body. */
const unreadable: Readonly<Record<number, string>> & { readonly 400: string } = {
  400: 'The body is not JSON.',
  413: 'The body is larger than 16 kB.',
  415: 'The body must be JSON. Send it with "Content-Type: application/json".',
};

function statusOf(error: unknown): number | undefined {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : undefined;
}
