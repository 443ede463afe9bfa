import * as z from 'zod';
import { problemCodes } from '../problem/problemKinds.js';

const fieldProblem = z
  .strictObject({
    at: z.string().meta({
      description:
        'Where in the request: a JSON Pointer (RFC 6901) into the body, empty for the body itself, or the name of a header.',
      examples: ['/contactId', 'Idempotency-Key'],
    }),
    problem: z.string().meta({ description: 'What is wrong with it.', examples: ['is missing'] }),
  })
  .meta({ description: 'One thing that is wrong with a request.' });

/** One thing that is wrong with a request. */
export type FieldProblem = Readonly<z.infer<typeof fieldProblem>>;

/** Every answer that is not a success (RFC 9457). */
export const problem = z
  .strictObject({
    type: z
      .url()
      .meta({ description: 'What kind of problem it is: an address that tells of it, ending in the code.' }),
    title: z.string().meta({ description: 'The kind in a few words; always the same for a code.' }),
    status: z.int().min(400).max(599).meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What happened and what to do.' }),
    code: z.enum(problemCodes).meta({
      description: 'The stable name of the kind, the same in all environments: what a program goes by.',
    }),
    retryAfter: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Seconds after which to send the same request again, as in Retry-After.' }),
    errors: z.array(fieldProblem).optional().meta({ description: 'What is wrong with the request.' }),
  })
  .meta({ description: 'Every answer that is not a success (RFC 9457, application/problem+json).' });

/** Every answer that is not a success (RFC 9457). */
export type Problem = Readonly<z.infer<typeof problem>>;
