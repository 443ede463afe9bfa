import type { UserFacts } from '../../definition/definition.js';
import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import type { AttributeValue } from './attributeValue.js';

/** What a column of a new row starts with: what the server would give it too. */
export function defaultValue(
  table: TableDefinition,
  column: ColumnDefinition,
  user: UserFacts,
): AttributeValue {
  switch (column.type) {
    case 'picklist':
      return isOption(column, column.defaultValue) ? column.defaultValue : null;
    case 'bit':
      return column.defaultValue === 1;
    case 'state':
      return column.options?.[0]?.value ?? null;
    case 'status':
      return defaultStatus(table, column);
    case 'owner':
      return [{ id: user.id, name: user.name, table: 'systemuser' }];
    default:
      return null;
  }
}

/** Whether the server gives this value by itself, so that a new row need not bring it. */
export function isServerDefault(column: ColumnDefinition): boolean {
  return column.type === 'state' || column.type === 'status' || column.type === 'owner';
}

function defaultStatus(table: TableDefinition, column: ColumnDefinition): number | null {
  const state = table.columns['statecode']?.options?.[0];
  return (
    state?.defaultStatus ?? column.options?.find((option) => option.state === state?.value)?.value ?? null
  );
}

/** Where a choice has no default, Dataverse's metadata says -1. */
function isOption(column: ColumnDefinition, value: number | undefined): value is number {
  return column.options?.some((option) => option.value === value) === true;
}
