import { childOf, childrenOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import { readOwnTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What may lie beside a shell: commands, and forms that are added to those of the table, not in place of them. */
const additions = /\/(Entity|RibbonDiff|FormXml\/quick\/[^/]+)\.xml$/;

/**
 * A table of the platform is shipped as a shell with commands and quick view forms: no columns, no properties, no
 * view and main form of it.
 */
export const shells: Rule = {
  name: 'table/shells',
  look: ({ files, prefix }) =>
    readOwnTables(files)
      .filter(({ isShell, schemaName }) => isShell || !schemaName.startsWith(`${prefix}_`))
      .map(({ file, entity, folder, schemaName, isShell }) => {
        const inside = childrenOf(entity).filter(({ nodeName }) => nodeName !== 'attributes');
        const columns = childrenOf(childOf(entity, 'attributes'));
        const others = [...files.keys()].filter((path) => path.startsWith(folder) && !additions.test(path));
        const whole = [...inside, ...columns].map(({ nodeName }) => nodeName).concat(others);
        return {
          file,
          problem:
            isShell && whole.length === 0
              ? undefined
              : `${schemaName} is the platform's and more than a shell${whole.length > 0 ? `: ${whole[0]}` : ''}. Leave <entity Name="${schemaName}" unmodified="1"><attributes /></entity> and its ribbon.`,
        };
      }),
};
