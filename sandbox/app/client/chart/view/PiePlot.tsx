import { slicesOf } from '../drawing/slices.js';
import { colourOf, markTitle, type PlotProps } from './plot.js';

/** A pie or a doughnut; which slice is what stands in the legend. */
export function PiePlot({ data, type, size, label }: PlotProps) {
  const radius = Math.max(1, Math.min(size.width, size.height) / 2 - 8);
  const hole = type === 'Doughnut' ? radius * 0.58 : 0;
  const slices = slicesOf(data.series[0]?.values ?? [], radius, hole);
  return (
    <svg role="img" aria-label={label} width={size.width} height={size.height}>
      <g transform={`translate(${String(size.width / 2)} ${String(size.height / 2)})`}>
        {slices.map(({ category, path }) => (
          <path key={category} class={`chart-mark chart-slice ${colourOf(category)}`} d={path}>
            <title>{markTitle(data, category, 0)}</title>
          </path>
        ))}
      </g>
    </svg>
  );
}
