import { z } from 'zod';
import { throttles } from '../protection/throttled.js';

const seconds = z.number().nonnegative();

/** What goes wrong instead of, or after, the request. */
const failureShape = z.discriminatedUnion('kind', [
  /** 429. `retryAfter` in seconds; without it there is no Retry-After header; `as: 'date'` writes it as an HTTP date. */
  z.strictObject({
    kind: z.literal('throttled'),
    limit: z.enum(throttles).default('requests'),
    retryAfter: seconds.optional(),
    as: z.enum(['seconds', 'date']).default('seconds'),
  }),
  /** 503 or 504 with Dataverse's error JSON. */
  z.strictObject({
    kind: z.literal('unavailable'),
    status: z.union([z.literal(503), z.literal(504)]).default(503),
    retryAfter: seconds.optional(),
  }),
  /** 502 with the HTML page of a gateway. */
  z.strictObject({ kind: z.literal('badGateway') }),
  /** 401 with an empty body, as for an expired token. */
  z.strictObject({ kind: z.literal('unauthorized') }),
  /** The connection breaks before anything is executed. */
  z.strictObject({ kind: z.literal('dropBefore') }),
  /** The request is executed and committed, then the connection breaks: the answer is lost. */
  z.strictObject({ kind: z.literal('dropAfter') }),
  /**
   * The request is executed, head and half of the body are sent, then nothing for so many milliseconds; without a number
   * for ever. An answer without a body comes late, or never.
   */
  z.strictObject({ kind: z.literal('slowBody'), milliseconds: z.number().nonnegative().optional() }),
  /** The request is executed, head and half of the body are sent, then the connection ends. Without a body: no answer. */
  z.strictObject({ kind: z.literal('truncated') }),
  /** The delta token of a change-tracking request has expired. Fits only requests that carry one. */
  z.strictObject({ kind: z.literal('expiredDeltaToken') }),
  /** Any refusal, without executing: HTTP status, Dataverse code and message. */
  z.strictObject({
    kind: z.literal('error'),
    status: z.number().int().min(400).max(599),
    code: z.string(),
    message: z.string(),
  }),
]);

const pattern = z.string().refine(isRegExp, 'must be a regular expression');

/** Which requests, how often, and what happens to them. Everything that is left out fits everything. */
export const faultRuleShape = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** Regular expression over the decoded path and query, `/api/data/v9.2/contacts?$top=1`. The token endpoint's too. */
  url: pattern.optional(),
  /** Regular expression over the body: in a batch, over all its parts, request lines included. */
  body: pattern.optional(),
  /** systemuserid of who authenticates, in any case; at the token endpoint, of the application's user. */
  user: z.guid().optional(),
  /** Lets the first so many fitting requests pass. */
  skip: z.number().int().nonnegative().default(0),
  /** Applies so many times; without it, always. */
  times: z.number().int().positive().optional(),
  /** Milliseconds to wait before executing, and between executing and answering. */
  delayBefore: z.number().nonnegative().default(0),
  delayAfter: z.number().nonnegative().default(0),
  /** Milliseconds of simulated work beside the request's own: it counts as running all the while, and costs as much. */
  work: z.number().nonnegative().default(0),
  failure: failureShape.optional(),
});

/** A rule with its defaults filled in. */
export type FaultRule = Readonly<z.infer<typeof faultRuleShape>>;
/** A rule as a test or the admin endpoint writes it: without the defaults. */
export type FaultRuleInput = Readonly<z.input<typeof faultRuleShape>>;
/** What a rule does to a request. */
export type Failure = z.infer<typeof failureShape>;

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
