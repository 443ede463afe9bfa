import { barsOf, extentOf } from '../drawing/bars.js';
import { fitText, textWidth } from '../drawing/fitText.js';
import { scaleOf } from '../drawing/scale.js';
import { colourOf, isWhole, markTitle, type PlotProps } from './plot.js';

const above = 8;
const below = 40;
/** Part of the width that the names of the categories may take. */
const namesShare = 0.4;

/** Bars from left to right, one category below the other: for names that are long. */
export function BarPlot({ data, type, size, label, format }: PlotProps) {
  const isStacked = type === 'StackedBar';
  const scale = scaleOf(extentOf(data.series, isStacked), isWhole(data));
  const names = data.categories.map(({ long }) => textWidth(long) + 12);
  const left = Math.min(size.width * namesShare, Math.max(40, ...names));
  const right = Math.max(...data.series.flatMap(({ texts }) => texts.map(textWidth)), 0) + 14;
  const width = Math.max(1, size.width - left - right);
  const height = Math.max(1, size.height - above - below);
  const x = (fraction: number) => left + fraction * width;
  const y = (fraction: number) => above + fraction * height;
  const place = (value: number) => (value - scale.low) / (scale.high - scale.low);
  const slot = height / Math.max(1, data.categories.length);
  return (
    <svg role="img" aria-label={label} width={size.width} height={size.height}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={x(place(tick))} x2={x(place(tick))} y1={above} y2={above + height} />
          <text class="chart-text chart-middle" x={x(place(tick))} y={above + height + 16}>
            {format(tick)}
          </text>
        </g>
      ))}
      {data.categories.map(({ long }, index) => (
        <text key={index} class="chart-text chart-end" x={left - 8} y={above + (index + 0.5) * slot + 4}>
          <title>{long}</title>
          {fitText(long, left - 12)}
        </text>
      ))}
      <text class="chart-title chart-middle" x={left + width / 2} y={size.height - 6}>
        {fitText(data.valueTitle, size.width - left)}
      </text>
      {barsOf(data.series, scale, isStacked, height).map(({ series, category, from, to, low, high }) => (
        <g key={`${String(category)}-${String(series)}`}>
          <rect
            class={`chart-mark ${colourOf(series)}`}
            x={x(low)}
            y={y(from)}
            width={x(high) - x(low)}
            height={y(to) - y(from)}
          >
            <title>{markTitle(data, category, series)}</title>
          </rect>
          {!isStacked && (
            <text class="chart-value" x={x(high) + 6} y={(y(from) + y(to)) / 2 + 4}>
              {data.series[series]?.texts[category]}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
