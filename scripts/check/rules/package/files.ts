import { fileKinds } from '../../read/layout.js';
import type { Rule } from '../../rule.js';

/**
 * Every file has a place in the layout. SolutionPackager copies unknown folders into the zip, and leaves loose files
 * out, without a word.
 */
export const files: Rule = {
  name: 'package/files',
  look: ({ files: all }) =>
    [...all.keys()].map((file) => ({
      file,
      problem: fileKinds.some(({ path }) => path.test(file))
        ? undefined
        : 'The layout of a solution has no place for this file: it is lost, or lands in the zip as it is. Move it out of solution/src, or correct its path.',
    })),
};
