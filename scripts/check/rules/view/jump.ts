import { child } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A list jumps by letters in a column that it shows. */
export const jump: Rule = {
  name: 'view/jump',
  look: ({ views }) =>
    views.map(({ file, element }) => {
      const layout = child(element, 'layoutxml');
      const grid = below(layout, 'grid')[0];
      const column = grid === undefined ? '' : value(grid, 'jump');
      return {
        file,
        problem: below(layout, 'cell').some((cell) => value(cell, 'name') === column)
          ? undefined
          : `The grid jumps by ${column || '(no column)'}, which the view does not show. Write a column of a cell into jump.`,
      };
    }),
};
