import { invitationError } from '../../../errors/invitationError.js';
import type { FieldProblem } from '../schema/problem.js';
import { problemKinds, type ProblemCode } from './problemKinds.js';

/** What one occurrence of a problem has of its own. */
export interface Occurrence {
  /** Where it is not that of its kind: 404, 405, 413, 415 of a request that cannot be understood. */
  readonly status?: number;
  readonly detail?: string;
  readonly retryAfter?: number;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by whoever cannot go on with a request; the API's error handler makes the answer of it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly occurrence: Occurrence = {},
    options?: ErrorOptions,
  ) {
    super(problemKinds[code].title, options);
  }
}

/** A request that a schema refuses. */
export function invalidRequest(errors: readonly FieldProblem[]): ProblemError {
  const problems = errors.map(({ at, problem }) => `${at === '' ? 'the body' : at} ${problem}`).join('; ');
  const { message } = invitationError('INV_API_REQUEST_INVALID', { problems });
  return new ProblemError('INV_API_REQUEST_INVALID', { detail: message, errors });
}
