import { givenIds } from '../../read/givenIds.js';
import type { Rule } from '../../rule.js';

/** An id is given once: of two components with one id, import keeps the last. */
export const unique: Rule = {
  name: 'guid/unique',
  look: ({ files }) => {
    const given = givenIds(files);
    const first = new Map(given.map((one) => [one.id.toLowerCase(), one] as const).reverse());
    return given.map((one) => {
      const other = first.get(one.id.toLowerCase());
      return {
        file: one.file,
        problem:
          other === undefined || other === one
            ? undefined
            : `${one.of} has the id ${one.id}, which a ${other.of} of ${other.file} has. Give it its own.`,
      };
    });
  },
};
