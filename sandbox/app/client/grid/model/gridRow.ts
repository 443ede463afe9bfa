import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import type { GridCell, GridRow } from './gridModel.js';

type Row = Readonly<Record<string, unknown>>;

const formatted = '@OData.Community.Display.V1.FormattedValue';
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** A row as a list shows it: formatted values, and lookups as rows that can be opened. */
export function gridRow(table: TableDefinition, view: ViewDefinition, values: Row): GridRow {
  return {
    id: String(values[table.primaryId] ?? ''),
    name: table.primaryName === undefined ? '' : String(values[table.primaryName] ?? ''),
    table: tableOf(table, values),
    values,
    cells: Object.fromEntries(view.columns.map(({ name }) => [name, cellOf(values, name)])),
  };
}

/** Rows of all kinds of activities say which kind they are. */
function tableOf(table: TableDefinition, values: Row): string {
  const type = values['activitytypecode'];
  return table.logicalName === 'activitypointer' && typeof type === 'string' ? type : table.logicalName;
}

function cellOf(values: Row, name: string): GridCell {
  // A linked column keeps its alias, also as a lookup.
  const property = `_${name}_value` in values ? `_${name}_value` : name;
  const value = values[property];
  if (value === null || value === undefined) return { text: '' };
  const text = String(values[property + formatted] ?? value);
  const target = values[property + lookupTable];
  return typeof target === 'string'
    ? { text, row: { id: String(value), name: text, table: target } }
    : { text };
}
