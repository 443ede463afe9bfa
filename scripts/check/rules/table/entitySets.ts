import { text } from '../../../solution/xml.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/**
 * Every table has a name for its rows in URLs of the Web API, which begins with the prefix and which no other table
 * has.
 */
export const entitySets: Rule = {
  name: 'table/entitySets',
  look: ({ files, prefix }) => {
    const tables = readWholeTables(files);
    const names = tables.map(({ entity }) => text(entity, 'EntitySetName'));
    return tables.map(({ file, schemaName, name }, index) => {
      const set = names[index] ?? '';
      const right =
        new RegExp(`^${prefix}_[a-z0-9_]+$`).test(set) && set !== name && names.indexOf(set) === index;
      return {
        file,
        problem: right
          ? undefined
          : `EntitySetName of ${schemaName} is ${set || '(none)'}. Write a plural of its own that begins with ${prefix}_.`,
      };
    });
  },
};
