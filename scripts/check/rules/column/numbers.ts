import { number } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What a whole number can hold ("IntegerAttributeMetadata"). */
const least = -2_147_483_648;
const greatest = 2_147_483_647;

/** A whole number has a least and a greatest value. */
export const numbers: Rule = {
  name: 'column/numbers',
  look: ({ files }) =>
    readColumns(files)
      .filter(({ type }) => type === 'int')
      .map(({ file, element, name, table }) => {
        const min = number(element, 'MinValue') ?? NaN;
        const max = number(element, 'MaxValue') ?? NaN;
        return {
          file,
          problem:
            min >= least && min < max && max <= greatest
              ? undefined
              : `${table.schemaName}.${name} goes from ${min} to ${max}. Write MinValue and MaxValue between ${least} and ${greatest}.`,
        };
      }),
};
