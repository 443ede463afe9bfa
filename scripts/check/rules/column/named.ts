import { text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Longest schema name of a column (CustomizationsSolution.xsd). */
const longest = 50;

/**
 * A column's names agree: LogicalName and Name are PhysicalName in small letters. Those that begin with the prefix are the
 * solution's (IsCustomField 1); all others, and the primary key, the platform's.
 */
export const named: Rule = {
  name: 'column/named',
  look: ({ files, prefix }) =>
    readColumns(files).map((column) => ({ file: column.file, problem: problemOf(column, prefix) })),
};

function problemOf({ element, name, type, table }: TableColumn, prefix: string): string | undefined {
  const schemaName = value(element, 'PhysicalName');
  const place = `${table.schemaName}.${schemaName || name}`;
  if (!/^\w+$/.test(schemaName) || schemaName.length > longest)
    return `${place} has the PhysicalName ${schemaName || '(none)'}. Use up to ${longest} letters, digits and _.`;
  const wrong = ['LogicalName', 'Name'].find((part) => text(element, part) !== schemaName.toLowerCase());
  if (wrong !== undefined)
    return `${wrong} of ${place} is ${text(element, wrong) || '(none)'}. Write ${schemaName.toLowerCase()}.`;
  const expected = schemaName.startsWith(`${prefix}_`) && type !== 'primarykey' ? '1' : '0';
  return text(element, 'IsCustomField') === expected
    ? undefined
    : `${place} says IsCustomField ${text(element, 'IsCustomField') || '(nothing)'}. Write ${expected}, or begin an own column with ${prefix}_.`;
}
