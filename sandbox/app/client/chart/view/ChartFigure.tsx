import { useRef } from 'preact/hooks';
import type { Host } from '../../host/host.js';
import { localeOf } from '../../strings/locale.js';
import type { ChartData } from '../model/chartData.js';
import type { ChartModel } from '../model/chartModel.js';
import { BarPlot } from './BarPlot.js';
import { ChartState } from './ChartState.js';
import { ChartTable } from './ChartTable.js';
import { ColumnPlot } from './ColumnPlot.js';
import { Legend } from './Legend.js';
import { PiePlot } from './PiePlot.js';
import { useSize } from './useSize.js';

interface ChartFigureProps {
  readonly host: Host;
  readonly model: ChartModel;
}

/** The picture of a chart with its legend and, for those who do not see it, its table; or why there is none. */
export function ChartFigure({ host, model }: ChartFigureProps) {
  const chart = model.chart.value;
  const data = model.data.value;
  return (
    <figure class="chart" data-id={`chart_${chart.id}`} aria-busy={model.isLoading.value}>
      {data === undefined || data.categories.length === 0 ? (
        <ChartState host={host} model={model} />
      ) : (
        <Drawing host={host} model={model} data={data} />
      )}
    </figure>
  );
}

function Drawing({ host, model, data }: ChartFigureProps & { readonly data: ChartData }) {
  const { name, type } = model.chart.value;
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const isRound = type === 'Pie' || type === 'Doughnut';
  const Plot = isRound ? PiePlot : type === 'Bar' || type === 'StackedBar' ? BarPlot : ColumnPlot;
  const number = new Intl.NumberFormat(localeOf(host.definition.user.languageCode));
  const label = host.text('chart.picture', name);
  const slices = data.categories.map(({ long }, index) => ({
    name: long,
    text: data.series[0]?.texts[index] ?? '',
  }));
  return (
    <>
      <div class="chart-room" ref={room}>
        {size.width > 0 && (
          <Plot data={data} type={type} size={size} label={label} format={(value) => number.format(value)} />
        )}
      </div>
      {isRound && <Legend entries={slices} />}
      {!isRound && data.series.length > 1 && <Legend entries={data.series} />}
      <ChartTable data={data} caption={name} />
    </>
  );
}
