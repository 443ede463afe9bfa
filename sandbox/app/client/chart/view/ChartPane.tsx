import { effect, untracked } from '@preact/signals-core';
import { useEffect, useMemo } from 'preact/hooks';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host } from '../../host/host.js';
import { createChartModel } from '../model/createChartModel.js';
import type { ChartModel } from '../model/chartModel.js';
import { ChartFigure } from './ChartFigure.js';
import { ChartSelector } from './ChartSelector.js';

interface ChartPaneProps {
  readonly host: Host;
  readonly grid: GridModel;
  /** The chart to begin with; the table's first. */
  readonly chartId?: string | undefined;
  /** Whether another chart can be chosen; true unless told otherwise. */
  readonly picker?: boolean;
}

/** A chart of the rows of a list, beside it or in its place. It counts again whenever the list shows other rows. */
export function ChartPane({ host, grid, chartId, picker = true }: ChartPaneProps) {
  const model = useMemo(() => openChart(host, grid, chartId, picker), [grid, chartId, picker]);
  useEffect(() => countAgain(grid, model), [grid, model]);
  if (model === undefined)
    return <p class="empty-message">{host.text('chart.none', grid.table.collectionLabel)}</p>;
  return (
    <section
      class="chart-pane"
      data-id="chart-pane"
      aria-label={host.text('chart.picture', model.chart.value.name)}
    >
      <h2 class="chart-heading">
        <ChartSelector host={host} model={model} />
      </h2>
      <ChartFigure host={host} model={model} />
    </section>
  );
}

/** Whenever the list shows other rows than when the chart was opened. @returns stops that */
function countAgain(grid: GridModel, model: ChartModel | undefined): () => void {
  const counted = grid.rows.peek();
  return effect(() => {
    if (grid.rows.value !== counted) untracked(() => void model?.refresh());
  });
}

function openChart(
  host: Host,
  grid: GridModel,
  chartId: string | undefined,
  picker: boolean,
): ChartModel | undefined {
  const { charts } = grid.table;
  const wanted = charts.find(({ id }) => id === chartId) ?? charts[0];
  if (wanted === undefined) return undefined;
  const others = picker ? charts.filter((chart) => chart !== wanted) : [];
  return createChartModel(host, {
    table: grid.table,
    charts: [wanted, ...others],
    rows: () => host.parseXml(grid.fetchXml()),
    visit: grid.visit,
  });
}
