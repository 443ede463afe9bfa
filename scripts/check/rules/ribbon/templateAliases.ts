import { child, children } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

/**
 * A control in a group says which place of the group's template it takes: `o1`, `o2` … or `isv`. In a menu there is
 * none.
 */
export const templateAliases: Rule = {
  name: 'ribbon/templateAliases',
  look: ({ ribbons }) =>
    inRibbons(ribbons, 'CustomAction').flatMap(({ file, element }) =>
      children(child(element, 'CommandUIDefinition')).map((control) => ({
        file,
        problem: /^(o[1-9]|isv)$/.test(value(control, 'TemplateAlias'))
          ? undefined
          : `${control.nodeName} ${value(control, 'Id')} has no TemplateAlias that groups have. Write TemplateAlias="o1".`,
      })),
    ),
};
