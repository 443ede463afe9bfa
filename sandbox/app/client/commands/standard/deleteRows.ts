import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host, LookupRow } from '../../host/host.js';
import { countedLabel } from './countedLabel.js';
import { eachRow } from './eachRow.js';
import { rowPath } from '../../host/rowPath.js';

/** Asks, and deletes. @returns whether the user agreed @throws what `eachRow` throws */
export async function deleteRows(
  host: Host,
  table: TableDefinition,
  rows: readonly LookupRow[],
): Promise<boolean> {
  const { confirmed } = await host.dialogs.confirm({
    title: host.text('commands.deleteTitle'),
    text: host.text('commands.deleteText', countedLabel(table, rows.length)),
    confirmButtonLabel: host.text('commands.delete'),
    cancelButtonLabel: host.text('commands.cancel'),
  });
  if (!confirmed) return false;
  await eachRow(host, rows, host.text('commands.deleting'), (row) =>
    host.api.send({ method: 'DELETE', path: rowPath(host.definition, row) }),
  );
  return true;
}

/** Deletes rows of a list, which is then read again: some may be gone even when others could not be deleted. */
export async function deleteAndRefresh(
  host: Host,
  grid: GridModel,
  rows: readonly LookupRow[],
): Promise<void> {
  let isDone = true;
  try {
    isDone = await deleteRows(host, grid.table, rows);
  } finally {
    if (isDone) await grid.refresh();
  }
}
