import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import type { FormDefinition } from '../../definition/form/formDefinition.js';
import type { AttributeValue } from './attributeValue.js';
import { prefillLookup } from './prefillLookup.js';
import { prefillValue } from './prefillValue.js';
import { isLookup } from './readValue.js';

/**
 * What a new row is prefilled with, from a form's parameters ("Set column values using parameters passed to a form"):
 * columns by logical name, a lookup's name and table as `<column>name` and `<column>type`.
 * @returns values by column, as FormModel keeps them
 * @throws Error that names the form and the parameter, when it is unknown, its value does not fit its column, or the column
 * cannot be set this way (party lists, regarding)
 */
export function readPrefill(
  table: TableDefinition,
  form: FormDefinition,
  parameters: Readonly<Record<string, unknown>>,
): Readonly<Record<string, AttributeValue>> {
  const refuse = (parameter: string, why: string) =>
    new Error(
      `The form "${form.name}" of ${table.logicalName} cannot take the parameter ${parameter}: ${why}.`,
    );

  const values: Record<string, AttributeValue> = {};
  for (const [parameter, given] of Object.entries(parameters)) {
    if (isPartOfLookup(table, parameter, parameters)) continue;
    const column = table.columns[parameter];
    if (column === undefined) throw refuse(parameter, 'the table has no such column');
    if (!canBePrefilled(column)) throw refuse(parameter, 'it cannot be set by a parameter');
    const value = isLookup(column)
      ? prefillLookup(column, given, parameters[`${parameter}name`], parameters[`${parameter}type`])
      : prefillValue(column, given);
    if (value === undefined) throw refuse(parameter, 'its value is not valid');
    values[parameter] = value;
  }
  return values;
}

/** `parentcustomeridname` and `parentcustomeridtype` belong to `parentcustomerid`, which must be there too. */
function isPartOfLookup(
  table: TableDefinition,
  parameter: string,
  parameters: Readonly<Record<string, unknown>>,
): boolean {
  const owner = /^(.+)(?:name|type)$/.exec(parameter)?.[1] ?? '';
  const column = table.columns[owner];
  return column !== undefined && isLookup(column) && owner in parameters;
}

const notPrefilled: ReadonlySet<ColumnDefinition['type']> = new Set([
  'primarykey',
  'uniqueidentifier',
  'partylist',
  'virtual',
  'image',
  'file',
]);

function canBePrefilled({ type, logicalName, canCreate }: ColumnDefinition): boolean {
  return canCreate && !notPrefilled.has(type) && logicalName !== 'regardingobjectid';
}
