import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Areas, groups and entries of a site map have ids of their own, of letters, digits and _ ("SiteMap: Id"). */
export const siteMapIds: Rule = {
  name: 'app/siteMapIds',
  look: ({ siteMaps }) =>
    siteMaps.flatMap(({ file, element }) => {
      const parts = below(element, 'Area', 'Group', 'SubArea');
      const ids = parts.map((part) => value(part, 'Id'));
      return parts.map((part, index) => {
        const id = ids[index] ?? '';
        return {
          file,
          problem:
            /^\w+$/.test(id) && ids.indexOf(id) === index
              ? undefined
              : `${part.nodeName} has the Id ${id || '(none)'}, which another part has, or which has more than letters, digits and _. Give it its own.`,
        };
      });
    }),
};
