import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { definedRules, ruleKinds } from './commandElements.js';

const [, displayRules] = ruleKinds;

/** A CustomRule stands in an enable rule: display rules cannot have one (RibbonCore.xsd). */
export const customRules: Rule = {
  name: 'ribbon/customRules',
  look: ({ ribbons }) =>
    definedRules(ribbons, displayRules).map(({ file, element }) => {
      const [custom] = below(element, 'CustomRule');
      return {
        file,
        problem:
          custom &&
          `The DisplayRule ${value(element, 'Id')} has a CustomRule, ${value(custom, 'FunctionName')}. Move it into an EnableRule, which hides a command too.`,
      };
    }),
};
