import { children } from '../../../solution/xml.js';
import { sections } from '../../read/layout.js';
import type { Rule } from '../../rule.js';
import { skeletonFile } from '../../../solution/mainFiles.js';

/**
 * Every folder is pulled in by one empty element of Other/Customizations.xml. Without it, or with something in it,
 * SolutionPackager copies the folder into the zip, where nothing imports it.
 */
export const placeholders: Rule = {
  name: 'package/placeholders',
  look: ({ files }) =>
    Object.entries(sections)
      .filter(([start]) => [...files.keys()].some((path) => path.startsWith(start)))
      .map(([start, name]) => {
        const found = children(files.get(skeletonFile)?.root, name);
        const [first] = found;
        const state =
          found.length !== 1
            ? `has ${found.length} elements ${name}`
            : first?.hasChildNodes() === true
              ? `has content in ${name}`
              : undefined;
        return {
          file: skeletonFile,
          problem:
            state && `The skeleton ${state}, so ${start} is not packed. Write <${name} />, once and empty.`,
        };
      }),
};
