import { fileKinds } from '../../read/layout.js';
import type { Rule } from '../../rule.js';

/** A file begins with the element that its place asks for; SolutionPackager merges whatever it finds. */
export const rootElements: Rule = {
  name: 'package/rootElements',
  look: ({ files }) =>
    [...files.values()].flatMap(({ path: file, root }) => {
      const expected = fileKinds.find(({ path }) => path.test(file))?.root;
      if (root === undefined || expected === undefined) return [];
      return {
        file,
        problem:
          root.nodeName === expected
            ? undefined
            : `The root element is ${root.nodeName}. A file of this place begins with <${expected}>.`,
      };
    }),
};
