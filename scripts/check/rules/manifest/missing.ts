import { value } from '../../read/markup.js';
import { rootComponents } from '../../read/manifest.js';
import { componentTypes } from '../../read/shippedComponents.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** Every component is a root component; SolutionPackager stops at some of those that are not, import at all. */
export const missing: Rule = {
  name: 'manifest/missing',
  look: ({ files }) => {
    const listed = new Set(
      rootComponents(files).map(
        (root) => `${value(root, 'type')} ${value(root, 'schemaName') || value(root, 'id')}`,
      ),
    );
    return Object.entries(componentTypes).flatMap(([type, { what, by, shipped }]) =>
      shipped(files).map(([file, key]) => ({
        file: manifestFile,
        problem: listed.has(`${type} ${key}`)
          ? undefined
          : `The ${what} ${key} of ${file} is no root component. Add <RootComponent type="${type}" ${by}="${key}" behavior="0" />.`,
      })),
    );
  },
};
