import { child, children, text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** How a list of related rows is called in a form ("AssociatedMenuBehavior"). */
const options: ReadonlySet<string> = new Set(['UseLabel', 'UseCollectionName', 'DoNotDisplay']);

/** A list of related rows that has a name of its own (UseLabel) says it. label/languages looks at what it says. */
export const labels: Rule = {
  name: 'relationship/labels',
  look: ({ files }) =>
    readRelationshipElements(files).flatMap(({ file, element }) =>
      below(element, 'EntityRelationshipRole')
        .filter((role) => child(role, 'NavPaneDisplayOption') !== undefined)
        .map((role) => {
          const option = text(role, 'NavPaneDisplayOption');
          const hasLabels = children(child(role, 'CustomLabels')).length > 0;
          const problem = !options.has(option)
            ? `the NavPaneDisplayOption ${option || '(none)'}. Write one of ${[...options].join(', ')}.`
            : 'NavPaneDisplayOption UseLabel and CustomLabels not together. Write both, or neither.';
          return {
            file,
            problem:
              options.has(option) && hasLabels === (option === 'UseLabel')
                ? undefined
                : `${value(element, 'Name')} has ${problem}`,
          };
        }),
    ),
};
