import type { ColumnDefinition, TableDefinition } from '../../../definition/table/tableDefinition.js';
import { writeValue } from '../../values/writeValue.js';
import type { Host, LookupRow } from '../../host/host.js';
import { rowPath } from '../../host/rowPath.js';

/** The owner's column and the tables an owner is picked from; undefined for a table whose rows have no owner. */
export function ownerChoice(
  { definition }: Host,
  table: TableDefinition,
): { readonly column: ColumnDefinition; readonly tables: readonly string[] } | undefined {
  const column = table.columns['ownerid'];
  const tables = column?.targets.filter((target) => definition.tables[target] !== undefined) ?? [];
  return table.ownership === 'user' && column !== undefined && tables.length > 0
    ? { column, tables }
    : undefined;
}

/** The user or team that shall own the row; undefined when the dialog was closed. */
export async function pickOwner(host: Host, tables: readonly string[]): Promise<LookupRow | undefined> {
  const rows = await host.dialogs.lookup({ tables, multiple: false, filters: [] });
  return rows?.[0];
}

/** Gives a row to another owner. @throws ApiError */
export async function assignRow(
  host: Host,
  row: LookupRow,
  column: ColumnDefinition,
  owner: LookupRow,
): Promise<void> {
  await host.api.send({
    method: 'PATCH',
    path: rowPath(host.definition, row),
    headers: { 'If-Match': '*' },
    body: writeValue(host.definition.tables, column, [owner], null),
  });
}
