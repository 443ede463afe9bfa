import type * as z from 'zod';
import { problemCodes, problemKinds } from '../problem/problemKinds.js';
import type { errorList } from '../schema/errors.js';

/** `GET /api/errors`: where the type of every problem leads. */
export const errorListOf = (): z.output<typeof errorList> => ({
  errors: problemCodes.map((code) => {
    const { status, title, detail } = problemKinds[code];
    return { code, status, title, detail };
  }),
});
