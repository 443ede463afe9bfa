import type { Rule } from '../../rule.js';

/** No two paths differ by case alone: on Windows, where pac is at home, one file would replace the other. */
export const pathCase: Rule = {
  name: 'package/pathCase',
  look: ({ files }) => {
    const first = new Map([...files.keys()].map((path) => [path.toLowerCase(), path] as const).reverse());
    return [...files.keys()].map((file) => {
      const other = first.get(file.toLowerCase());
      return {
        file,
        problem:
          other === undefined || other === file
            ? undefined
            : `${other} differs from this path by case alone. Rename one, or delete it.`,
      };
    });
  },
};
