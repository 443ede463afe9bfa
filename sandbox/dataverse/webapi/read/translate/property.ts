import { errors } from '../../../errors.js';
import type { Column, Table } from '../../../metadata/model.js';
import { physicalColumns } from '../../../storage/columns.js';

/** The name of a column in the Web API: a lookup is `_<name>_value` ("Web API properties", lookup properties). */
export function propertyName(column: Column): string {
  return column.targets.length > 0 ? `_${column.logicalName}_value` : column.logicalName;
}

/** The column a property name means; undefined when the table has no such property. */
export function findProperty(table: Table, name: string): Column | undefined {
  const lookup = /^_(.+)_value$/.exec(name)?.[1];
  const column = table.columns.get(name) ?? table.columns.get(lookup ?? name);
  if (column === undefined || physicalColumns(column).length === 0 || !column.validForRead) return undefined;
  return propertyName(column) === name ? column : undefined;
}

/** As findProperty. Throws 400 when there is no such property: a lookup's bare name is none. */
export function requireProperty(table: Table, name: string): Column {
  const column = findProperty(table, name);
  if (column === undefined) throw errors.unknownProperty(name, table.logicalName);
  return column;
}
