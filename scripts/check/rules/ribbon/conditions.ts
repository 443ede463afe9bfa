import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

/**
 * Value rules compare a column of the table with a value it may have; privilege rules ask about tables that exist.
 */
export const conditions: Rule = {
  name: 'ribbon/conditions',
  look: ({ ribbons, tables }) => [
    ...inRibbons(ribbons, 'ValueRule').map(({ file, table, element }) => {
      const field = value(element, 'Field');
      const column = tables.get(table)?.columns.get(field);
      if (column === undefined)
        return {
          file,
          problem: `A ValueRule asks for ${field}, which is no column of ${table}. Correct Field.`,
        };
      const { options } = column;
      return {
        file,
        problem:
          options === undefined || options.has(value(element, 'Value'))
            ? undefined
            : `A ValueRule compares ${field} with ${value(element, 'Value')}, which it never is. Its values: ${[...options].join(', ')}.`,
      };
    }),
    ...inRibbons(ribbons, 'EntityPrivilegeRule', 'EntityRule')
      .filter(
        ({ element }) => element.nodeName === 'EntityPrivilegeRule' || element.hasAttribute('EntityName'),
      )
      .map(({ file, element }) => ({
        file,
        problem: tables.has(value(element, 'EntityName'))
          ? undefined
          : `${element.nodeName} asks about ${value(element, 'EntityName') || '(nothing)'}, which is no table. Correct EntityName.`,
      })),
  ],
};
