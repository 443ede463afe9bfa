import { basename } from 'node:path/posix';
import { readRoots } from '../../read/readComponents.js';
import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A role is called like its file, and handed down to members of teams (`isinherited`). */
export const named: Rule = {
  name: 'role/named',
  look: ({ files }) =>
    readRoots(files, 'Roles', 'Role').map(({ file, element }) => {
      const name = value(element, 'name');
      const path = basename(file, '.xml');
      if (name !== path)
        return {
          file,
          problem: `The role is called ${name || '(nothing)'}, the file ${path}. Make them the same.`,
        };
      return {
        file,
        problem: /^[01]$/.test(value(element, 'isinherited'))
          ? undefined
          : `The role does not say isinherited. Write isinherited="1".`,
      };
    }),
};
