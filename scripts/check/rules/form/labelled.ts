import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Tabs, sections and fields have a label: it is read out where it is not shown. label/languages looks at the texts. */
export const labelled: Rule = {
  name: 'form/labelled',
  look: ({ forms }) =>
    forms.flatMap(({ file, element }) =>
      [...below(element, 'tab', 'section'), ...below(element, 'cell').filter(hasControl)].map((part) => ({
        file,
        problem:
          children(child(part, 'labels')).length > 0
            ? undefined
            : `The ${part.nodeName} ${value(part, 'name') || value(part, 'id')} has no labels. Add them, in each language.`,
      })),
    ),
};

const hasControl = (cell: Element): boolean => child(cell, 'control') !== undefined;
