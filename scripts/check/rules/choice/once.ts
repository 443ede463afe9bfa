import { below, value } from '../../read/markup.js';
import { readChoices } from '../../read/readChoices.js';
import type { Rule } from '../../rule.js';

/** A choice has no value twice. */
export const once: Rule = {
  name: 'choice/once',
  look: ({ files }) =>
    readChoices(files).flatMap(({ file, element, name }) =>
      ['option', 'state', 'status'].flatMap((item) => {
        const values = below(element, item).map((option) => value(option, 'value'));
        return values.map((number, index) => ({
          file,
          problem:
            values.indexOf(number) === index
              ? undefined
              : `${name} has the value ${number} twice. Give one another value.`,
        }));
      }),
    ),
};
