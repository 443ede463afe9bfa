import { child } from '../../../solution/xml.js';
import { readOwnTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What may lie beside a shell: commands, and forms that are added to those of the table, not in place of them. */
const additions = /\/(Entity|RibbonDiff|FormXml\/quick\/[^/]+)\.xml$/;

/**
 * A table of the platform is shipped as a shell with commands and quick view forms: no columns, no properties, no
 * view and main form of it. Exports of such a shell with forms have no EntityInfo, not even an empty one.
 */
export const shells: Rule = {
  name: 'table/shells',
  look: ({ files, prefix }) =>
    readOwnTables(files)
      .filter(({ entity, schemaName }) => entity === undefined || !schemaName.startsWith(`${prefix}_`))
      .map(({ file, root, folder, schemaName }) => {
        const others = [...files.keys()].filter((path) => path.startsWith(folder) && !additions.test(path));
        const [more] = child(root, 'EntityInfo') === undefined ? others : ['EntityInfo'];
        return {
          file,
          problem:
            more === undefined
              ? undefined
              : `${schemaName} is the platform's and more than a shell: ${more}. Leave its Name, its quick view forms and its ribbon.`,
        };
      }),
};
