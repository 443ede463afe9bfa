import { text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** Types of columns that a relationship may go by; an activity's key leads to activitypointer. */
const leading: ReadonlySet<string> = new Set(['lookup', 'owner', 'customer', 'primarykey']);

/** A one-to-many relationship goes by a lookup of the referencing table, spelled as the table spells it. */
export const columns: Rule = {
  name: 'relationship/columns',
  look: ({ files }) => {
    const all = new Map(readColumns(files).map((column) => [`${column.table.name}.${column.name}`, column]));
    return readRelationshipElements(files)
      .filter(isOneToMany)
      .map(({ file, element, name }) => {
        const table = text(element, 'ReferencingEntityName');
        const column = text(element, 'ReferencingAttributeName');
        const problem = problemOf(all.get(`${table}.${column}`.toLowerCase()), column);
        return { file, problem: problem && `${name} goes by ${table}.${column}, ${problem}` };
      });
  },
};

function problemOf(column: TableColumn | undefined, name: string): string | undefined {
  if (column === undefined)
    return 'which does not exist. Correct ReferencingAttributeName, or add the column.';
  if (!leading.has(column.type)) return `which is of type ${column.type}. Name a lookup.`;
  const schemaName = value(column.element, 'PhysicalName');
  return schemaName === name ? undefined : `which the table spells ${schemaName}. Write it in the same case.`;
}
