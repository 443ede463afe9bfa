import { child, children } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Lists of labels of a column. label/languages looks at what is in them. */
const lists: Readonly<Record<string, string>> = { displaynames: 'displayname', Descriptions: 'Description' };

/** Every column has a name and a description, which is its help text in forms. */
export const described: Rule = {
  name: 'column/described',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, table }) =>
      Object.entries(lists).map(([list, item]) => ({
        file,
        problem:
          children(child(element, list), item).length > 0
            ? undefined
            : `${table.schemaName}.${name} has no ${list}. Add them, with one ${item} for each language.`,
      })),
    ),
};
