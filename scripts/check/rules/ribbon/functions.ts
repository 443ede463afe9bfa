import { value } from '../../read/markup.js';
import { createFunctionLookup } from '../../read/createFunctionLookup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

const directive = '$webresource:';

/** Every function that a command or a custom rule calls is in the script it is taken from. */
export const functions: Rule = {
  name: 'ribbon/functions',
  look: ({ ribbons, webResources }) => {
    const lookup = createFunctionLookup(webResources);
    return inRibbons(ribbons, 'JavaScriptFunction', 'CustomRule').map(({ file, element }) => {
      const library = value(element, 'Library');
      return {
        file,
        problem: library.startsWith(directive)
          ? lookup(library.slice(directive.length), value(element, 'FunctionName'))
          : `${value(element, 'FunctionName')} has the Library ${library}. Write ${directive} before the name of the web resource.`,
      };
    });
  },
};
