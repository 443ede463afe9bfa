import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/**
 * Event handlers are on, and get the execution context: without it they cannot know the form they serve ("FormXml:
 * Handler").
 */
export const executionContext: Rule = {
  name: 'form/executionContext',
  look: ({ forms }) =>
    forms.flatMap(({ file, element }) =>
      below(element, 'Handler').map((handler) => {
        const missing = ['enabled', 'passExecutionContext'].find((name) => value(handler, name) !== 'true');
        return {
          file,
          problem:
            missing &&
            `Handler ${value(handler, 'functionName')} does not say ${missing}. Write ${missing}="true", or remove it.`,
        };
      }),
    ),
};
