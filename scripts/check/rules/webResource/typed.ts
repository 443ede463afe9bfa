import { extname } from 'node:path';
import type { Rule } from '../../rule.js';

/** Values of the choice webresourcetype by the ending of the name ("WebResource table: WebResourceType"). */
const typeByEnding: Readonly<Record<string, string>> = {
  '.htm': '1',
  '.html': '1',
  '.css': '2',
  '.js': '3',
  '.xml': '4',
  '.png': '5',
  '.jpg': '6',
  '.gif': '7',
  '.xsl': '9',
  '.ico': '10',
  '.svg': '11',
  '.resx': '12',
};

/**
 * The type of a web resource is that of its ending: browsers get the content type from the one, people see the other.
 */
export const typed: Rule = {
  name: 'webResource/typed',
  look: ({ webResources }) =>
    [...webResources.values()].map(({ file, name, type }) => {
      const expected = typeByEnding[extname(name)];
      if (expected === type) return { file };
      return {
        file,
        problem:
          expected === undefined
            ? `${name} has an ending that no web resource has. Use one of ${Object.keys(typeByEnding).join(' ')}.`
            : `WebResourceType is ${type}. Write ${expected}, the type of ${extname(name)}.`,
      };
    }),
};
