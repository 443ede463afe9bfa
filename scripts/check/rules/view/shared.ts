import { text } from '../../../solution/xml.js';
import type { Rule } from '../../rule.js';

/** A view of a solution is everybody's: a private one is shown to nobody ("SavedQuery: IsPrivate"). */
export const shared: Rule = {
  name: 'view/shared',
  look: ({ views }) =>
    views.map(({ file, element }) => ({
      file,
      problem:
        text(element, 'isprivate') === '0'
          ? undefined
          : `isprivate is ${text(element, 'isprivate') || '(none)'}. Write <isprivate>0</isprivate>.`,
    })),
};
