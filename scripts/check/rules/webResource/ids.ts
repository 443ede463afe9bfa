import { text } from '../../../solution/xml.js';
import type { Rule } from '../../rule.js';

const shape = /^\{[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/;

/** A web resource has an id of its own, made from its name (GUID version 5), so that every build gives the same. */
export const ids: Rule = {
  name: 'webResource/ids',
  look: ({ webResources }) => {
    const all = [...webResources.values()];
    return all.map((resource) => {
      const id = text(resource.element, 'WebResourceId');
      const other = all.find((one) => one.id === resource.id);
      return {
        file: resource.file,
        problem:
          shape.test(id) && other === resource
            ? undefined
            : `WebResourceId is ${id || '(none)'}, which is none made from the name, or that of another. Run \`npm run build\`.`,
      };
    });
  },
};
