import { child } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A view's rows are identified by the primary key, else they cannot be opened. */
export const rowIds: Rule = {
  name: 'view/rowIds',
  look: ({ views, tables }) =>
    views.map(({ file, table, element }) => {
      const primaryId = tables.get(table)?.primaryId;
      const row = below(child(element, 'layoutxml'), 'row')[0];
      return {
        file,
        problem:
          row !== undefined && value(row, 'id') === primaryId
            ? undefined
            : `The row of layoutxml has not the id ${primaryId}, the primary key of ${table}. Write <row id="${primaryId}">.`,
      };
    }),
};
