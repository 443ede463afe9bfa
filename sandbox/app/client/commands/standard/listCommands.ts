import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host } from '../../host/host.js';
import { selectedRows } from '../commandSource.js';
import { confirmState, hasStates, setState, type SwitchedState } from './changeState.js';
import { deleteAndRefresh } from './deleteRows.js';
import { flowFlyout } from './flowFlyout.js';
import type { StandardCommand } from './standardCommand.js';

/**
 * The commands of a list on a page of its own: New and Refresh always, Show Chart where the table has one, the others for
 * the selected rows.
 */
export function listCommands(host: Host, grid: GridModel): readonly StandardCommand[] {
  const { table } = grid;
  const id = (name: string) => `Mscrm.HomepageGrid.${table.logicalName}.${name}`;
  const rows = () => selectedRows({ place: 'HomepageGrid', grid });
  const canSwitch = () => rows().length > 0 && hasStates(table) && table.privileges.write;

  const switchState = async (state: SwitchedState) => {
    if (!(await confirmState(host, table, rows().length, state))) return;
    await setState(host, table, rows(), state).finally(() => grid.refresh());
  };

  const toggleChart = (shown: boolean) => () => {
    grid.isChartShown.value = shown;
    return Promise.resolve();
  };

  return [
    {
      ...{ id: id('ShowChart'), sequence: 5, words: 'showChart', icon: 'chart' },
      isOffered: () => table.charts.length > 0 && !grid.isChartShown.value,
      execute: toggleChart(true),
    },
    {
      ...{ id: id('HideChart'), sequence: 5, words: 'hideChart', icon: 'chart' },
      isOffered: () => grid.isChartShown.value,
      execute: toggleChart(false),
    },
    {
      ...{ id: id('NewRecord'), sequence: 10, words: 'new', icon: 'add' },
      isOffered: () => table.privileges.create,
      execute: () => host.navigation.open({ pageType: 'entityrecord', table: table.logicalName }),
    },
    {
      ...{ id: id('Activate'), sequence: 20, words: 'activate', icon: 'activate' },
      isOffered: canSwitch,
      execute: () => switchState('active'),
    },
    {
      ...{ id: id('Deactivate'), sequence: 30, words: 'deactivate', icon: 'deactivate' },
      isOffered: canSwitch,
      execute: () => switchState('inactive'),
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
    flowFlyout(host, table, {
      id: id('Flows.RefreshCommandBar'),
      rows,
      prepare: () => Promise.resolve(),
    }),
  ];
}
