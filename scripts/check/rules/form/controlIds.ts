import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A form's controls have ids of their own: scripts find them by these. */
export const controlIds: Rule = {
  name: 'form/controlIds',
  look: ({ forms }) =>
    forms.flatMap(({ file, element }) => {
      const ids = below(element, 'control').map((control) => value(control, 'id'));
      return ids.map((id, index) => ({
        file,
        problem:
          id !== '' && ids.indexOf(id) === index
            ? undefined
            : `Two controls of the form have the id ${id || '(none)'}. Give each its own.`,
      }));
    }),
};
