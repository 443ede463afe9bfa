import type { ChartType } from '../../../definition/chart/chartDefinition.js';
import type { ChartData } from '../model/chartData.js';
import type { Size } from './useSize.js';

/** What a drawing is made of. */
export interface PlotProps {
  readonly data: ChartData;
  readonly type: ChartType;
  readonly size: Size;
  /** What the picture is called. */
  readonly label: string;
  /** A number on an axis, as the user's language writes it. */
  readonly format: (value: number) => string;
}

/** How many colours there are before they come again. */
const colours = 10;

/** The class of a series' or slice's colour. */
export function colourOf(index: number): string {
  return `chart-colour-${String(index % colours)}`;
}

/** What a mark says when it is pointed at. */
export function markTitle({ categories, series }: ChartData, category: number, index: number): string {
  const name = categories[category]?.long ?? '';
  const text = series[index]?.texts[category] ?? '';
  return series.length > 1 ? `${name}, ${series[index]?.name ?? ''}: ${text}` : `${name}: ${text}`;
}

/** Whether a chart that counts: its axis has no marks between whole numbers. */
export function isWhole({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every(Number.isInteger));
}
