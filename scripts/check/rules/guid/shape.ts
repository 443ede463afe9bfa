import { givenIds } from '../../read/givenIds.js';
import type { Rule } from '../../rule.js';

/** Random (4), or made from a name (5). */
const shapeOfIds = /^\{[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/;

/** Ids that the solution gives are GUIDs in lower case and braces, none of them an invented 0000…. */
export const shape: Rule = {
  name: 'guid/shape',
  look: ({ files }) =>
    givenIds(files).map(({ file, of, id }) => ({
      file,
      problem: shapeOfIds.test(id)
        ? undefined
        : `${of} has the id ${id || '(none)'}. Give it a GUID as crypto.randomUUID() makes them, in lower case and braces.`,
    })),
};
