import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Categories and measures of a chart are columns of its query, by their alias. */
export const aliases: Rule = {
  name: 'chart/aliases',
  look: ({ charts }) =>
    charts.flatMap(({ file, element }) => {
      const asked = new Set(below(element, 'attribute').map((attribute) => value(attribute, 'alias')));
      return below(element, 'category', 'measure').map((part) => ({
        file,
        problem: asked.has(value(part, 'alias'))
          ? undefined
          : `The ${part.nodeName} ${value(part, 'alias') || '(without alias)'} is no alias of the query. Correct it.`,
      }));
    }),
};
