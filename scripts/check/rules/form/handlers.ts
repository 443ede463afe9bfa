import { createFunctionLookup } from '../../read/createFunctionLookup.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Every event handler is a function of its library, and the form loads that library. */
export const handlers: Rule = {
  name: 'form/handlers',
  look: ({ forms, webResources }) => {
    const lookup = createFunctionLookup(webResources);
    return forms.flatMap(({ file, element }) => {
      const libraries = below(element, 'Library').map((library) => value(library, 'name'));
      return below(element, 'Handler').map((handler) => {
        const library = value(handler, 'libraryName');
        const name = value(handler, 'functionName');
        return {
          file,
          problem: libraries.includes(library)
            ? lookup(library, name)
            : `Handler ${name} is taken from ${library}, which the form does not load. Add it to formLibraries.`,
        };
      });
    });
  },
};
