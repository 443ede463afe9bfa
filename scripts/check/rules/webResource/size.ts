import { webResourceFolder } from '../../read/readWebResources.js';
import type { Rule } from '../../rule.js';

/** Bytes a script may have, minified: it is loaded before a form or a list can be used. */
const most = 10_000;

/** Scripts stay small. */
export const size: Rule = {
  name: 'webResource/size',
  look: ({ files }) =>
    [...files.values()]
      .filter(({ path }) => path.startsWith(webResourceFolder) && path.endsWith('.js'))
      .map(({ path, content }) => {
        const bytes = Buffer.byteLength(content);
        return {
          file: path,
          problem:
            bytes <= most
              ? undefined
              : `The script has ${bytes} bytes; ${most} are allowed. Take something out of its entry in webresources/.`,
        };
      }),
};
