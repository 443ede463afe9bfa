import * as z from 'zod';

/** Text of one line: no control characters. */
export const line = (longest: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'holds control characters');

/** Row id of Dataverse, of any version. */
export const rowId = z.guid('is no GUID');
