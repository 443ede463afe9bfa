import type { Element } from '@xmldom/xmldom';
import { children, text } from '../../../solution/xml.js';
import { below, textIn } from '../../read/markup.js';
import { columnsOf, readWholeTables, type TableColumn } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Types that a key may be made of ("Define alternate keys to reference rows"). */
const allowed: ReadonlySet<string> = new Set([
  'nvarchar',
  'int',
  'decimal',
  'datetime',
  'lookup',
  'picklist',
]);

/**
 * The columns of an alternate key exist, stand in it once, are of types that keys may have, and not secured: the key would give them
 * away.
 */
export const columns: Rule = {
  name: 'key/columns',
  look: ({ files }) =>
    readWholeTables(files).flatMap((table) => {
      const all = new Map(columnsOf(table).map((column) => [column.name, column]));
      return below(table.entity, 'AttributeName').map((attribute) => {
        const name = textIn(attribute);
        return {
          file: table.file,
          problem: problemOf(`${table.schemaName}.${name}`, all.get(name), attribute),
        };
      });
    }),
};

function problemOf(place: string, column: TableColumn | undefined, attribute: Element): string | undefined {
  if (column === undefined)
    return `A key has ${place}, which does not exist. Write the logical name of a column.`;
  if (!allowed.has(column.type))
    return `A key has ${place}, which is of type ${column.type}. Use ${[...allowed].join(', ')}.`;
  const names = children(attribute.parentNode as Element, attribute.nodeName).map(textIn);
  if (names.indexOf(column.name) !== names.lastIndexOf(column.name))
    return `A key has ${place} twice. Remove one.`;
  return text(column.element, 'IsSecured') === '1'
    ? `A key has ${place}, which is secured. Take another column, such as its hash.`
    : undefined;
}
