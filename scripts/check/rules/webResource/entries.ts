import { guid, text } from '../../../solution/xml.js';
import type { Rule } from '../../rule.js';

/**
 * FileName is the entry of the zip: below /WebResources/, and ending with the id, so that no two resources share one.
 */
export const entries: Rule = {
  name: 'webResource/entries',
  look: ({ webResources }) =>
    [...webResources.values()].map(({ file, element, id }) => {
      const entry = text(element, 'FileName');
      return {
        file,
        problem:
          entry.startsWith('/WebResources/') && guid(entry).endsWith(id) && id !== ''
            ? undefined
            : `FileName is ${entry || '(none)'}, no entry of its own. Run \`npm run build\`, which ends it with the WebResourceId.`,
      };
    }),
};
