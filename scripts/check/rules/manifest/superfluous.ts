import { value } from '../../read/markup.js';
import { rootComponents } from '../../read/manifest.js';
import { componentTypes } from '../../read/shippedComponents.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/**
 * Every root component is there, and of a type that stands in the manifest: variables, views and forms of tables do
 * not.
 */
export const superfluous: Rule = {
  name: 'manifest/superfluous',
  look: ({ files }) => {
    const keys = new Map(
      Object.entries(componentTypes).map(([type, { shipped }]) => [
        type,
        new Set(shipped(files).map(([, key]) => key)),
      ]),
    );
    return rootComponents(files).map((root) => {
      const type = value(root, 'type');
      const key = value(root, 'schemaName') || value(root, 'id');
      const kind = componentTypes[type];
      if (kind === undefined)
        return {
          file: manifestFile,
          problem: `RootComponent ${key} has the type ${type}, which is not listed in manifests, or not known here. Remove it.`,
        };
      return {
        file: manifestFile,
        problem:
          keys.get(type)?.has(key) === true
            ? undefined
            : `RootComponent ${key}: the solution has no ${kind.what} of that ${by(kind.by)}. Remove it, or correct the ${kind.by}.`,
      };
    });
  },
};

const by = (attribute: 'schemaName' | 'id'): string => (attribute === 'id' ? 'id' : 'name');
