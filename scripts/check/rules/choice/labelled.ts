import { child, children } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { readChoices } from '../../read/readChoices.js';
import type { Rule } from '../../rule.js';

/** Every choice has a name and a description, every value a label. label/languages looks at what is in them. */
export const labelled: Rule = {
  name: 'choice/labelled',
  look: ({ files }) =>
    readChoices(files).flatMap(({ file, element, name }) => [
      ...['displaynames', 'Descriptions'].map((list) => ({
        file,
        problem:
          children(child(element, list)).length > 0
            ? undefined
            : `The choice ${name} has no ${list}. Add them.`,
      })),
      ...below(element, 'option', 'state', 'status').map((option) => ({
        file,
        problem:
          children(child(option, 'labels')).length > 0
            ? undefined
            : `${value(option, 'value')} of ${name} has no labels. Add one for each language.`,
      })),
    ]),
};
