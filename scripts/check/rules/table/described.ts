import { child, children } from '../../../solution/xml.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Lists of labels of a table. label/languages looks at what is in them. */
const lists: Readonly<Record<string, string>> = {
  LocalizedNames: 'LocalizedName',
  LocalizedCollectionNames: 'LocalizedCollectionName',
  Descriptions: 'Description',
};

/** A table has a name, a plural and a description. */
export const described: Rule = {
  name: 'table/described',
  look: ({ files }) =>
    readWholeTables(files).flatMap(({ file, entity, schemaName }) =>
      Object.entries(lists).map(([list, item]) => ({
        file,
        problem:
          children(child(entity, list), item).length > 0
            ? undefined
            : `${schemaName} has no ${list}. Add them, with one ${item} for each language.`,
      })),
    ),
};
