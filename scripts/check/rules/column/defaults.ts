import { text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import { readGlobalChoices } from '../../read/readChoices.js';
import type { SourceFiles } from '../../read/sourceFiles.js';
import type { Rule } from '../../rule.js';

/** What new rows have is one of the values, or −1 for none; a yes-or-no has one of two. */
export const defaults: Rule = {
  name: 'column/defaults',
  look: ({ files }) =>
    readColumns(files)
      .filter(({ type }) => type === 'picklist' || type === 'bit')
      .map((column) => ({ file: column.file, problem: problemOf(column, files) })),
};

function problemOf(column: TableColumn, files: SourceFiles): string | undefined {
  const found = text(column.element, 'AppDefaultValue') || '(none)';
  const values = valuesOf(column, files);
  const fits = values === undefined ? /^-?\d+$/.test(found) : values.includes(found);
  return fits || (found === '-1' && column.type === 'picklist')
    ? undefined
    : `AppDefaultValue of ${column.table.schemaName}.${column.name} is ${found}, none of its values. Write one of ${(values ?? []).join(', ')}${column.type === 'picklist' ? ', or -1 for none' : ''}.`;
}

/** Values of the column, undefined for a global choice of the platform. */
function valuesOf({ element }: TableColumn, files: SourceFiles): readonly string[] | undefined {
  const name = text(element, 'OptionSetName');
  const set =
    name === '' ? element : readGlobalChoices(files).find((choice) => choice.name === name)?.element;
  return set && below(set, 'option').map((option) => value(option, 'value'));
}
