import type { Rule } from '../../rule.js';

/** Every XML file can be read. What is in one that cannot be is checked by no other rule. */
export const readable: Rule = {
  name: 'file/readable',
  look: ({ files }) =>
    [...files.values()]
      .filter(({ root, unreadable }) => root !== undefined || unreadable !== undefined)
      .map(({ path, unreadable }) => ({
        file: path,
        problem: unreadable && `${unreadable} Mend the markup: until then nothing in this file is checked.`,
      })),
};
