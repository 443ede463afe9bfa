import { value } from '../../read/markup.js';
import { rootComponents } from '../../read/manifest.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** No root component stands there twice: SolutionPackager stops at it. */
export const once: Rule = {
  name: 'manifest/once',
  look: ({ files }) => {
    const keys = rootComponents(files).map(
      (root) => `${value(root, 'type')} ${(value(root, 'schemaName') || value(root, 'id')).toLowerCase()}`,
    );
    return keys.map((key, index) => ({
      file: manifestFile,
      problem:
        keys.indexOf(key) === index
          ? undefined
          : `RootComponent ${key.split(' ').slice(1).join(' ')} stands there twice. Remove one.`,
    }));
  },
};
