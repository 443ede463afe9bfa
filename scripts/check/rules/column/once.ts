import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** A table has no column twice. */
export const once: Rule = {
  name: 'column/once',
  look: ({ files }) =>
    readWholeTables(files).flatMap((table) => {
      const names = columnsOf(table).map(({ name }) => name);
      return names.map((name, index) => ({
        file: table.file,
        problem:
          names.indexOf(name) === index
            ? undefined
            : `${table.schemaName} has the column ${name} twice. Remove one attribute.`,
      }));
    }),
};
