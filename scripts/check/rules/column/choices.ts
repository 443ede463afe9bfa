import { children } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

const choiceTypes: ReadonlySet<string> = new Set(['picklist', 'bit', 'state', 'status']);

/**
 * A column with choices has either values of its own (optionset) or the name of a global choice (OptionSetName), and
 * no other has.
 */
export const choices: Rule = {
  name: 'column/choices',
  look: ({ files }) =>
    readColumns(files).map(({ file, element, name, type, table }) => {
      const count = children(element, 'optionset').length + children(element, 'OptionSetName').length;
      const expected = choiceTypes.has(type) ? 1 : 0;
      if (count === expected) return { file };
      return {
        file,
        problem:
          expected === 1
            ? `${table.schemaName}.${name} is of type ${type} and has ${count} sets of values. Give it one optionset, or one OptionSetName.`
            : `${table.schemaName}.${name} is of type ${type} and has a set of values. Remove it, or correct the Type.`,
      };
    }),
};
