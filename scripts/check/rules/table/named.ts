import { child } from '../../../solution/xml.js';
import { textIn, value } from '../../read/markup.js';
import { readOwnTables, type OwnTable } from '../../read/readOwnTables.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/**
 * A table has one schema name, in the same case in its folder and twice in its file; an own one begins with the
 * prefix.
 */
export const named: Rule = {
  name: 'table/named',
  look: (solution) =>
    readOwnTables(solution.files).map((table) => ({ file: table.file, problem: problemOf(table, solution) })),
};

function problemOf(table: OwnTable, { prefix, tables }: SolutionSource): string | undefined {
  const { schemaName, folder, root, entity, name } = table;
  const outer = child(root, 'Name');
  const inName = outer === undefined ? '' : textIn(outer);
  if (inName !== schemaName)
    return `Name is ${inName || '(none)'}, the entity's ${schemaName}. Write them the same, in the same case.`;
  if (folder !== `Entities/${schemaName}/`)
    return `${schemaName} lies in ${folder}. Rename the folder to ${schemaName}.`;
  if (entity === undefined)
    return tables.get(name)?.schemaName === schemaName
      ? undefined
      : `There is no table ${schemaName} in every environment. Write the schema name of one, such as Contact.`;
  if (!schemaName.startsWith(`${prefix}_`))
    return `${schemaName} has not the prefix ${prefix}_. Rename the table.`;
  return outer !== undefined && value(outer, 'LocalizedName') !== ''
    ? undefined
    : `Name of ${schemaName} has no LocalizedName. Write the table's name into it.`;
}
