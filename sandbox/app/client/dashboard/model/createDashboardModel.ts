import { cellsOfTabs } from '../../../definition/form/cellsOf.js';
import type { DashboardDefinition } from '../../../definition/dashboard/dashboardDefinition.js';
import type { FormCell, FormControl, SubgridParameters } from '../../../definition/form/formDefinition.js';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import { queryType } from '../../../definition/view/queryType.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import { createChartModel } from '../../chart/model/createChartModel.js';
import { createGridModel } from '../../grid/model/createGridModel.js';
import { gridFetch } from '../../grid/model/gridQuery.js';
import { gridViews } from '../../grid/model/gridViews.js';
import type { Host, Visit } from '../../host/host.js';
import type { DashboardModel, TileModel } from './dashboardModel.js';

/** Opens a dashboard: its lists and charts read at once. */
export function createDashboardModel(
  host: Host,
  dashboard: DashboardDefinition,
  visit: Visit,
): DashboardModel {
  const tiles = new Map(
    cellsOfTabs(dashboard.tabs).flatMap((cell) =>
      cell.control === undefined ? [] : [[cell.id, openTile(host, cell, cell.control, visit)] as const],
    ),
  );
  return {
    dashboard,
    tiles,
    async refresh() {
      await Promise.all([...tiles.values()].map(refreshTile));
    },
  };
}

async function refreshTile(tile: TileModel): Promise<void> {
  if (tile.kind === 'list') await tile.grid.refresh();
  if (tile.kind === 'chart') await tile.chart.refresh();
}

function openTile(host: Host, cell: FormCell, control: FormControl, visit: Visit): TileModel {
  const { subgrid } = control;
  if (subgrid === undefined)
    return { kind: 'problem', text: host.text('form.unsupportedControl', control.classId) };
  const table = host.definition.tables[subgrid.table];
  if (table?.privileges.read !== true)
    return {
      kind: 'problem',
      text: host.text('dashboard.mayNotRead', table?.collectionLabel ?? subgrid.table),
    };
  const views = viewsOf(table, subgrid);
  return subgrid.chart === undefined
    ? openList(host, cell, control.id, table, subgrid, views, visit)
    : openChart(host, table, subgrid, gridViews(table, views, subgrid.viewId).first, visit);
}

function openList(
  host: Host,
  cell: FormCell,
  name: string,
  table: TableDefinition,
  { viewId, rowsPerPage }: SubgridParameters,
  views: readonly ViewDefinition[] | undefined,
  visit: Visit,
): TileModel {
  const grid = createGridModel(host, {
    table,
    place: 'SubGrid',
    name,
    visit,
    viewId,
    rowsPerPage,
    ...(views === undefined ? {} : { views }),
  });
  return {
    kind: 'list',
    title: cell.showLabel && cell.label !== '' ? cell.label : grid.view.value.name,
    grid,
  };
}

function openChart(
  host: Host,
  table: TableDefinition,
  { chart }: SubgridParameters,
  view: ViewDefinition,
  visit: Visit,
): TileModel {
  const wanted = table.charts.find(({ id }) => id === chart?.id) ?? table.charts[0];
  if (wanted === undefined) return { kind: 'problem', text: host.text('chart.none', table.collectionLabel) };
  const others = chart?.picker === true ? table.charts.filter((other) => other !== wanted) : [];
  const rows = () =>
    gridFetch(host, { table, view, searchText: '', sort: undefined, parent: undefined, filters: [] });
  return {
    kind: 'chart',
    viewName: view.name,
    chart: createChartModel(host, { table, charts: [wanted, ...others], rows, visit }),
  };
}

/** The views that a component offers: its own, and the public ones where it has a view selector. */
function viewsOf(
  table: TableDefinition,
  { viewId, viewPicker }: SubgridParameters,
): readonly ViewDefinition[] | undefined {
  const views = table.views.filter(
    (view) => view.id === viewId || (viewPicker && view.queryType === queryType.public),
  );
  return views.length === 0 ? undefined : views;
}
