import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** An app lists nothing twice. */
export const once: Rule = {
  name: 'app/once',
  look: ({ apps }) =>
    apps.flatMap(({ file, element }) => {
      const keys = [...below(element, 'AppModuleComponent'), ...below(element, 'Role')].map((one) =>
        `${value(one, 'type')} ${value(one, 'schemaName') || value(one, 'id')}`.toLowerCase().trim(),
      );
      return keys.map((key, index) => ({
        file,
        problem:
          keys.indexOf(key) === index
            ? undefined
            : `The app lists ${key.split(' ').pop() ?? ''} twice. Remove one.`,
      }));
    }),
};
