import { basename } from 'node:path/posix';
import { text } from '../../../solution/xml.js';
import { readGlobalChoices } from '../../read/readChoices.js';
import type { Rule } from '../../rule.js';

/** A global choice is called like its file, begins with the prefix, and says that it is one. */
export const named: Rule = {
  name: 'choice/named',
  look: ({ files, prefix }) =>
    readGlobalChoices(files).map(({ file, element, name }) => {
      const path = basename(file, '.xml');
      if (name !== path)
        return {
          file,
          problem: `The choice is called ${name || '(nothing)'}, the file ${path}. Make them the same.`,
        };
      if (!name.startsWith(`${prefix}_`))
        return { file, problem: `${name} has not the prefix ${prefix}_. Rename the choice.` };
      return {
        file,
        problem:
          text(element, 'IsGlobal') === '1' && text(element, 'OptionSetType') === 'picklist'
            ? undefined
            : `${name} is no global choice. Write <IsGlobal>1</IsGlobal> and <OptionSetType>picklist</OptionSetType>.`,
      };
    }),
};
