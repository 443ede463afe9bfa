import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
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
          children(child(element, list)).length > 0
            ? undefined
            : `The dashboard has no ${list}. Add them, in each language.`,
      })),
      {
        file,
        problem: below(element, 'forms').some(isDashboard)
          ? undefined
          : 'FormXml has no forms of the type dashboard with a form in it. Write <forms type="dashboard"> around it.',
      },
    ]),
};

const isDashboard = (forms: Element): boolean =>
  value(forms, 'type') === 'dashboard' && children(forms, 'form').length === 1;
