import { basename, dirname } from 'node:path/posix';
import { environmentVariables } from '../../read/environmentVariables.js';
import type { Rule } from '../../rule.js';

/** A variable is called like its folder, in the same case, and begins with the prefix. */
export const named: Rule = {
  name: 'environmentVariable/named',
  look: ({ files, prefix }) =>
    environmentVariables(files).map(({ file, name }) => {
      const folder = basename(dirname(file));
      const right = name === folder && name.startsWith(`${prefix}_`);
      return {
        file,
        problem: right
          ? undefined
          : `The variable is called ${name || '(nothing)'}, the folder ${folder}. Give both one name that begins with ${prefix}_.`,
      };
    }),
};
