import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host } from '../../host/host.js';
import { linkedParent, linkRows } from './linkRows.js';

/**
 * A new row of a subgrid's table, which then belongs to the subgrid's parent: by its lookup, or by a link once it is
 * saved. The quick-create form where the table has one; else the main form, in a dialog when a link must follow.
 */
export async function createInSubgrid(host: Host, grid: GridModel): Promise<void> {
  const { table, parent } = grid;
  const link = linkedParent(grid);
  const values =
    parent?.relationship.kind === 'OneToMany' ? { [parent.relationship.relatedColumn]: [parent.row] } : {};
  const page = { pageType: 'entityrecord', table: table.logicalName, values } as const;
  const hasQuickCreate = table.forms.some(({ type }) => type === 'quickCreate');
  if (!hasQuickCreate && link === undefined) {
    await host.navigation.open(page);
    return;
  }
  const row = hasQuickCreate
    ? await host.dialogs.quickCreate({ table, values })
    : await host.dialogs.form({ page, position: 'center' });
  if (row === undefined) return;
  try {
    if (link !== undefined) await linkRows(host, link, [row]);
  } finally {
    await grid.refresh();
  }
}
