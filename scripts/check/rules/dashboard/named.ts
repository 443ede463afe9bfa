import { childOf, childrenOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A dashboard has a name and a description, and its `forms` say that they are one. */
export const named: Rule = {
  name: 'dashboard/named',
  look: ({ dashboards }) =>
    dashboards.flatMap(({ file, element }) => [
      ...['LocalizedNames', 'Descriptions'].map((list) => ({
        file,
        problem:
          childrenOf(childOf(element, list)).length > 0
            ? undefined
            : `The dashboard has no ${list}. Add them, in each language.`,
      })),
      ...below(element, 'forms').map((forms) => ({
        file,
        problem:
          value(forms, 'type') === 'dashboard'
            ? undefined
            : `forms has the type ${value(forms, 'type') || '(none)'}. Write type="dashboard".`,
      })),
    ]),
};
