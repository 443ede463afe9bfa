import type { ChartData } from '../model/chartData.js';
import { colourOf, markTitle } from './plot.js';

interface LineMarksProps {
  readonly data: ChartData;
  /** From a fraction of the category axis to pixels. */
  readonly x: (fraction: number) => number;
  /** From a value to pixels. */
  readonly y: (value: number) => number;
}

/** A line through the values of each series, with a dot and the value at each category. */
export function LineMarks({ data, x, y }: LineMarksProps) {
  const count = Math.max(1, data.categories.length);
  const at = (category: number) => x((category + 0.5) / count);
  return (
    <>
      {data.series.map(({ values, texts }, series) => (
        <g key={series} class={colourOf(series)}>
          <polyline
            class="chart-line"
            points={values.map((value, category) => `${String(at(category))},${String(y(value))}`).join(' ')}
          />
          {values.map((value, category) => (
            <g key={category}>
              <circle class="chart-dot" cx={at(category)} cy={y(value)} r="4">
                <title>{markTitle(data, category, series)}</title>
              </circle>
              {data.series.length === 1 && (
                <text class="chart-value chart-middle" x={at(category)} y={y(value) - 9}>
                  {texts[category]}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </>
  );
}
