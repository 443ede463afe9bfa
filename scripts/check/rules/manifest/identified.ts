import { value } from '../../read/markup.js';
import { rootComponents } from '../../read/manifest.js';
import { componentTypes } from '../../read/shippedComponents.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/**
 * A root component is identified by name or by id, as its type is: one invented beside the other makes import look
 * for it.
 */
export const identified: Rule = {
  name: 'manifest/identified',
  look: ({ files }) =>
    rootComponents(files).map((root) => {
      const by = componentTypes[value(root, 'type')]?.by;
      const other = by === 'id' ? 'schemaName' : 'id';
      const key = value(root, 'schemaName') || value(root, 'id');
      return {
        file: manifestFile,
        problem:
          by === undefined || (root.hasAttribute(by) && !root.hasAttribute(other))
            ? undefined
            : `RootComponent ${key} has ${other}. One of type ${value(root, 'type')} is identified by ${by} alone; remove ${other}.`,
      };
    }),
};
