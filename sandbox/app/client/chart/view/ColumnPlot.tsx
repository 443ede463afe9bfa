import { barsOf, extentOf } from '../drawing/bars.js';
import { fitText, textWidth } from '../drawing/fitText.js';
import { scaleOf } from '../drawing/scale.js';
import { LineMarks } from './LineMarks.js';
import { colourOf, isWhole, markTitle, type PlotProps } from './plot.js';

const above = 20;
const below = 44;
const right = 8;
const titleRoom = 22;

/** Columns, beside or on top of each other, and lines: categories from left to right, values from the bottom up. */
export function ColumnPlot(props: PlotProps) {
  const { data, type, size, label, format } = props;
  const isStacked = type === 'StackedColumn';
  const scale = scaleOf(extentOf(data.series, isStacked), isWhole(data));
  const left = titleRoom + Math.max(...scale.ticks.map((tick) => textWidth(format(tick)))) + 8;
  const width = Math.max(1, size.width - left - right);
  const height = Math.max(1, size.height - above - below);
  const x = (fraction: number) => left + fraction * width;
  const y = (fraction: number) => above + (1 - fraction) * height;
  const place = (value: number) => (value - scale.low) / (scale.high - scale.low);
  const slot = width / Math.max(1, data.categories.length);
  return (
    <svg role="img" aria-label={label} width={size.width} height={size.height}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={left} x2={left + width} y1={y(place(tick))} y2={y(place(tick))} />
          <text class="chart-text chart-end" x={left - 6} y={y(place(tick)) + 4}>
            {format(tick)}
          </text>
        </g>
      ))}
      {data.categories.map(({ short, long }, index) => (
        <text
          key={index}
          class="chart-text chart-middle"
          x={left + (index + 0.5) * slot}
          y={above + height + 18}
        >
          <title>{long}</title>
          {fitText(short, slot - 4)}
        </text>
      ))}
      <text class="chart-title chart-middle" x={left + width / 2} y={size.height - 6}>
        {fitText(data.categoryTitle, width)}
      </text>
      <text
        class="chart-title chart-middle"
        transform={`translate(14 ${String(above + height / 2)}) rotate(-90)`}
      >
        {fitText(data.valueTitle, height)}
      </text>
      {type === 'Line' ? (
        <LineMarks data={data} x={x} y={(value) => y(place(value))} />
      ) : (
        barsOf(data.series, scale, isStacked, width).map(({ series, category, from, to, low, high }) => (
          <g key={`${String(category)}-${String(series)}`}>
            <rect
              class={`chart-mark ${colourOf(series)}`}
              x={x(from)}
              y={y(high)}
              width={x(to) - x(from)}
              height={y(low) - y(high)}
            >
              <title>{markTitle(data, category, series)}</title>
            </rect>
            {!isStacked && textWidth(data.series[series]?.texts[category] ?? '') <= x(to) - x(from) + 12 && (
              <text class="chart-value chart-middle" x={(x(from) + x(to)) / 2} y={y(high) - 5}>
                {data.series[series]?.texts[category]}
              </text>
            )}
          </g>
        ))
      )}
    </svg>
  );
}
