import { problemKinds, type ProblemCode } from '../problem/problemKinds.js';
import { problemOf } from '../problem/problemOf.js';
import { invalidRequest, ProblemError } from '../problem/problemError.js';
import { schemaOf, type Json, type SchemaName } from './components.js';

const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which to send the same request again.',
    required: true,
    schema: { type: 'integer', minimum: 0 },
  },
};
const challenge = {
  'WWW-Authenticate': {
    description: 'How to authenticate (RFC 6750).',
    required: true,
    schema: { type: 'string', example: 'Bearer realm="invitations", error="invalid_token"' },
  },
};

/** A success, with an example. */
export const success = (description: string, schema: SchemaName, example: object): Json => ({
  description,
  content: { 'application/json': { schema: schemaOf(schema), example } },
});

/** Statuses that a request gets which cannot be understood, beside 400. */
type Unreadable = 413 | 415;

/** The answers of an operation that are problems, by status, each with an example for every code it may have. */
export function problems(
  url: string,
  codes: readonly ProblemCode[],
  unreadable: readonly Unreadable[] = [],
): Json {
  const byStatus = new Map<number, ProblemError[]>();
  const add = (status: number, error: ProblemError): void => {
    byStatus.set(status, [...(byStatus.get(status) ?? []), error]);
  };
  for (const code of codes) add(problemKinds[code].status, exampleOf(code));
  for (const status of unreadable) add(status, new ProblemError('INV_API_REQUEST_INVALID', { status }));
  add(500, new ProblemError('INV_OUTCOME_UNKNOWN', { status: 500 }));
  return Object.fromEntries(
    [...byStatus].map(([status, errors]) => [status, problemResponse(url, status, errors)]),
  );
}

function exampleOf(code: ProblemCode): ProblemError {
  if (code === 'INV_TOO_MANY_ATTEMPTS') return new ProblemError(code, { retryAfter: 420 });
  if (code !== 'INV_API_REQUEST_INVALID') return new ProblemError(code);
  return invalidRequest([{ at: '/code', problem: 'is missing' }]);
}

function problemResponse(url: string, status: number, errors: readonly ProblemError[]): Json {
  const answers = errors.map((error) => problemOf(error, url));
  const waits = answers.every(({ headers }) => headers['retry-after'] !== undefined);
  const titles = new Set(errors.map(({ code }) => `${problemKinds[code].title} (\`${code}\`).`));
  return {
    description: `${[...titles].join(' ')} ${meaning(status)}`,
    headers: { ...(waits ? retryAfter : {}), ...(status === 401 ? challenge : {}) },
    content: {
      'application/problem+json': {
        schema: schemaOf('Problem'),
        examples: Object.fromEntries(answers.map(({ body }) => [body.code, { value: body }])),
      },
    },
  };
}

/** What a client does about it. */
function meaning(status: number): string {
  if (status === 429) return 'Nothing was looked up. Wait as long as Retry-After says.';
  if (status < 500) return 'Definite: sending it again changes nothing.';
  return 'No answer yet: send the same request again, with the same Idempotency-Key.';
}
