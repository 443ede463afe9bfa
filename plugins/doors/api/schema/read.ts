import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { invalidRequest } from '../problem/problemError.js';
import type { FieldProblem } from './problem.js';

/** The body as a schema demands it. @throws ProblemError 400, naming each thing that is wrong, and repeating no value */
export function readBody<S extends z.ZodType>(schema: S, { body }: FastifyRequest): z.output<S> {
  const read = schema.safeParse(body, { reportInput: true });
  if (read.success) return read.data;
  throw invalidRequest(read.error.issues.flatMap((issue) => problemsOf(issue, pointer(issue.path))));
}

/** The headers that a schema names. @throws ProblemError 400 */
export function readHeaders<S extends z.ZodObject>(schema: S, { headers }: FastifyRequest): z.output<S> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, headers[name.toLowerCase()]]),
  );
  const read = schema.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  throw invalidRequest(read.error.issues.flatMap((issue) => problemsOf(issue, String(issue.path[0] ?? ''))));
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A property of a name like this is a slip; another could be anything, a code too, and is not repeated. */
const plainName = /^[A-Za-z][A-Za-z_-]{0,31}$/;
/** Unknown properties that are named. */
const namedAtMost = 5;

function problemsOf(issue: z.core.$ZodIssue, at: string): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const named = issue.keys.filter((key) => plainName.test(key)).slice(0, namedAtMost);
    const names = named.length === 0 ? '' : `: ${named.join(', ')}`;
    return [{ at, problem: `has properties that nobody knows${names}` }];
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return [{ at, problem: missing ? 'is missing' : `must be ${article(issue.expected)}` }];
  }
  return [{ at, problem: issue.message }];
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
