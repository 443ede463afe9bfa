import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Every field of a form shows a column of the form's table. */
export const columns: Rule = {
  name: 'form/columns',
  look: ({ forms, tables }) =>
    forms.flatMap(({ file, table, element }) =>
      below(element, 'control')
        .filter((control) => control.hasAttribute('datafieldname'))
        .map((control) => {
          const column = value(control, 'datafieldname');
          return {
            file,
            problem: tables.get(table)?.columns.has(column)
              ? undefined
              : `Control ${value(control, 'id')} shows ${column}, which is no column of ${table}. Correct datafieldname, or remove the cell.`,
          };
        }),
    ),
};
