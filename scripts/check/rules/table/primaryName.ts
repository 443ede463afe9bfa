import { text } from '../../../solution/xml.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Exactly one column of a table, a text, is its primary name: the word PrimaryName in DisplayMask says so. */
export const primaryName: Rule = {
  name: 'table/primaryName',
  look: ({ files }) =>
    readWholeTables(files).map((table) => {
      const names = columnsOf(table).filter(({ element }) =>
        text(element, 'DisplayMask').split('|').includes('PrimaryName'),
      );
      return {
        file: table.file,
        problem:
          names.length === 1 && names[0]?.type === 'nvarchar'
            ? undefined
            : `${table.schemaName} has as primary names: ${names.map(({ name }) => name).join(', ') || 'none'}. Leave PrimaryName in the DisplayMask of one nvarchar column.`,
      };
    }),
};
