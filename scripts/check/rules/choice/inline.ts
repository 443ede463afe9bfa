import { children, text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/**
 * Values that a column has for itself are called `<table>_<column>` and are of its type: state, status, bit or
 * picklist.
 */
export const inline: Rule = {
  name: 'choice/inline',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, type, table }) =>
      children(element, 'optionset').map((set) => {
        const expected = `${table.name}_${name}`;
        if (value(set, 'Name') !== expected)
          return {
            file,
            problem: `The choice of ${table.schemaName}.${name} is called ${value(set, 'Name') || '(nothing)'}. Call it ${expected}.`,
          };
        return {
          file,
          problem:
            text(set, 'OptionSetType') === type
              ? undefined
              : `OptionSetType of ${expected} is ${text(set, 'OptionSetType') || '(none)'}. Write ${type}, the column's type.`,
        };
      }),
    ),
};
