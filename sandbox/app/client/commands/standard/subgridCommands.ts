import type { FormModel } from '../../form/model/formModel.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host } from '../../host/host.js';
import { selectedRows } from '../commandSource.js';
import { countedLabel } from './countedLabel.js';
import { createInSubgrid } from './createInSubgrid.js';
import { deleteAndRefresh } from './deleteRows.js';
import { linkedParent, linkRows, unlinkRows } from './linkRows.js';
import type { StandardCommand } from './standardCommand.js';

/**
 * The commands of a subgrid. Rows are added to and removed from a form's row that the user may change: by a lookup of
 * theirs (they append, the form's row is appended to) or by a link (both at both ends).
 */
export function subgridCommands(
  host: Host,
  grid: GridModel,
  form: FormModel | undefined,
): readonly StandardCommand[] {
  const { table, parent } = grid;
  const id = (name: string) => `Mscrm.SubGrid.${table.logicalName}.${name}`;
  const rows = () => selectedRows({ place: 'SubGrid', grid });
  const link = linkedParent(grid);
  const isParentOpen = () => form === undefined || form.formType.value === 2;
  const mayAppend = () => table.privileges.append && (form?.access.value.appendTo ?? true);
  const mayLink = () =>
    table.privileges.append &&
    table.privileges.appendTo &&
    (form?.access.value.append ?? true) &&
    (form?.access.value.appendTo ?? true);
  const canLink = () => link !== undefined && isParentOpen() && mayLink();
  const canCreate = () =>
    table.privileges.create &&
    (parent === undefined || (isParentOpen() && (link === undefined ? mayAppend() : mayLink())));

  return [
    {
      ...{ id: id('AddNewStandard'), sequence: 10, words: 'addNew', icon: 'add' },
      isOffered: canCreate,
      execute: () => createInSubgrid(host, grid),
    },
    {
      ...{ id: id('AddExistingAssoc'), sequence: 20, words: 'addExisting', icon: 'link' },
      isOffered: canLink,
      execute: async () => {
        const picked = await host.dialogs.lookup({
          tables: [table.logicalName],
          multiple: true,
          filters: [],
        });
        if (link === undefined || picked === undefined || picked.length === 0) return;
        await linkRows(host, link, picked).finally(() => grid.refresh());
      },
    },
    {
      ...{ id: id('RemoveAssoc'), sequence: 30, words: 'remove', icon: 'linkRemove' },
      isOffered: () => canLink() && rows().length > 0,
      execute: async () => {
        const { confirmed } = await host.dialogs.confirm({
          title: host.text('commands.removeTitle'),
          text: host.text('commands.removeText', countedLabel(table, rows().length)),
          confirmButtonLabel: host.text('commands.remove'),
          cancelButtonLabel: host.text('commands.cancel'),
        });
        if (link === undefined || !confirmed) return;
        await unlinkRows(host, link, rows()).finally(() => grid.refresh());
      },
    },
    {
      ...{ id: id('Delete'), sequence: 40, words: 'delete', icon: 'delete' },
      isOffered: () => rows().length > 0 && table.privileges.delete,
      execute: () => deleteAndRefresh(host, grid, rows()),
    },
    {
      ...{ id: id('Refresh'), sequence: 1010, words: 'refresh', icon: 'refresh' },
      isOffered: () => true,
      execute: () => grid.refresh(),
    },
  ];
}
