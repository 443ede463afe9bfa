import { text } from '../../../solution/xml.js';
import { readGlobalChoices } from '../../read/readChoices.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Every global choice is that of a column. */
export const used: Rule = {
  name: 'choice/used',
  look: ({ files }) => {
    const named = new Set(readColumns(files).flatMap(({ element }) => text(element, 'OptionSetName') || []));
    return readGlobalChoices(files).map(({ file, name }) => ({
      file,
      problem: named.has(name)
        ? undefined
        : `No column has the choice ${name}. Remove it, or name it in OptionSetName.`,
    }));
  },
};
