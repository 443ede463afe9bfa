import * as z from 'zod';
import { problem } from './problem.js';

/** What `GET /api/errors` answers: every kind of problem. */
export const errorList = z
  .strictObject({
    errors: z.array(problem.pick({ code: true, status: true, title: true, detail: true })),
  })
  .meta({ description: 'Every kind of problem that the API answers with, and what to do about it.' });
