import { value } from '../../read/markup.js';
import { rootComponents } from '../../read/manifest.js';
import { readShells } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/**
 * A solution takes its own components whole (0), and of a table of the platform the shell alone (2): with 0 it would claim
 * all columns, forms and views of that table.
 */
export const behaviors: Rule = {
  name: 'manifest/behaviors',
  look: ({ files }) => {
    const shells = new Set(readShells(files).map(({ name }) => name));
    return rootComponents(files).map((root) => {
      const key = value(root, 'schemaName') || value(root, 'id');
      const expected = value(root, 'type') === '1' && shells.has(key) ? '2' : '0';
      return {
        file: manifestFile,
        problem:
          value(root, 'behavior') === expected
            ? undefined
            : `RootComponent ${key} has the behavior ${value(root, 'behavior') || '(none)'}. Write ${expected}.`,
      };
    });
  },
};
