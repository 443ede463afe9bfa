import { number } from '../../../solution/xml.js';
import { below, textIn } from '../../read/markup.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Columns and bytes that a key may have; keys of a table ("Define alternate keys to reference rows"). */
const mostColumns = 16;
const mostBytes = 900;
/** Bytes of a value that is no text: a GUID's, the largest. */
const bytesOfOthers = 16;

/** A key is small enough for an index. */
export const size: Rule = {
  name: 'key/size',
  look: ({ files }) =>
    readWholeTables(files).flatMap((table) => {
      const lengths = new Map(
        columnsOf(table).map(({ name, element }) => [name, number(element, 'Length') ?? bytesOfOthers]),
      );
      return below(table.entity, 'EntityKeyAttributes').map((list) => {
        const names = below(list, 'AttributeName').map(textIn);
        const bytes = names.reduce((sum, name) => sum + (lengths.get(name) ?? 0), 0);
        return {
          file: table.file,
          problem:
            names.length > 0 && names.length <= mostColumns && bytes <= mostBytes
              ? undefined
              : `The key of ${names.join(', ') || 'no column'} has ${names.length} columns and ${bytes} bytes; 1 to ${mostColumns} and ${mostBytes} are allowed. Shorten a column, or take one out.`,
        };
      });
    }),
};
