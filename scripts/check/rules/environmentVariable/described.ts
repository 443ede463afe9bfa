import { child, children } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { environmentVariables } from '../../read/environmentVariables.js';
import type { Rule } from '../../rule.js';

/** A variable has a name and a description, in the languages and as the default, which is the base language's. */
export const described: Rule = {
  name: 'environmentVariable/described',
  look: ({ files, baseLanguage }) =>
    environmentVariables(files).flatMap(({ file, element, name }) =>
      ['displayname', 'description'].map((list) => {
        const found = child(element, list);
        const base = children(found, 'label').find((label) => value(label, 'languagecode') === baseLanguage);
        const right =
          found !== undefined &&
          base !== undefined &&
          value(found, 'default') === value(base, 'description') &&
          value(found, 'default') !== '';
        return {
          file,
          problem: right
            ? undefined
            : `${list} of ${name} has no default, or another than its label in ${baseLanguage}. Write the same into both.`,
        };
      }),
    ),
};
