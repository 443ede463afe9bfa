import { errors, type DataverseError } from '../errors.js';
import { isLookup } from '../metadata/isLookup.js';
import type { Column, Table } from '../metadata/model.js';

/**
 * The column that a name column belongs to. Dataverse gives every lookup and every choice a virtual companion with
 * what people see in its place, the primary name of the row pointed to or the label, called like the column with
 * `name` at its end: `parentcustomeridname`, `statuscodename` (Column metadata, AttributeOf). Metadata lists none of them.
 * @returns the lookup, choice or two-option column; undefined when `name` is no name column.
 */
export function namedColumn(table: Table, name: string): Column | undefined {
  const column = name.endsWith('name') ? table.columns.get(name.slice(0, -'name'.length)) : undefined;
  if (column === undefined) return undefined;
  return isLookup(column) || column.choice !== undefined || column.type === 'bit' ? column : undefined;
}

/** Why a column cannot be used where name columns are not emulated: 501 when it is one, else 400 (0x80041103). */
export function missingColumn(table: Table, name: string): DataverseError {
  return namedColumn(table, name) === undefined
    ? errors.unknownAttribute(table.logicalName, name)
    : errors.notEmulated(`'${table.logicalName}.${name}' other than in conditions and orders`);
}
