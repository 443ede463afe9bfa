import type { ChartSeries } from '../model/chartData.js';
import type { Scale } from './scale.js';

/** A value's bar, in fractions of the plot: along the categories (0 first, 1 last) and from the value axis (0 low, 1 high). */
export interface Bar {
  readonly series: number;
  readonly category: number;
  readonly from: number;
  readonly to: number;
  /** Where its value begins and ends. */
  readonly low: number;
  readonly high: number;
}

/** Part of a category's room that its bars take (PointWidth), and the pixels of a bar at most (MaxPixelPointWidth). */
const filledShare = 0.75;
const widest = 40;

/**
 * A bar for each value: beside each other in their category, or on top of each other. Values of 0 have none.
 *
 * @param length of the category axis, in pixels
 */
export function barsOf(
  series: readonly Pick<ChartSeries, 'values'>[],
  scale: Scale,
  isStacked: boolean,
  length: number,
): readonly Bar[] {
  const count = series[0]?.values.length ?? 0;
  const lanes = isStacked ? 1 : series.length;
  const filled = Math.min(filledShare, (widest * lanes * count) / length);
  const place = (value: number) => (value - scale.low) / (scale.high - scale.low);
  return Array.from({ length: count }, (_, category) => {
    let above = 0;
    let below = 0;
    return series.flatMap(({ values }, index): Bar[] => {
      const value = values[category] ?? 0;
      const base = isStacked ? (value < 0 ? below : above) : 0;
      if (value < 0) below += value;
      else above += value;
      if (value === 0) return [];
      const lane = isStacked ? 0 : index;
      const start = (category + (1 - filled) / 2 + (filled * lane) / lanes) / count;
      const [low, high] = [place(base), place(base + value)].sort((a, b) => a - b) as [number, number];
      return [{ series: index, category, from: start, to: start + filled / lanes / count, low, high }];
    });
  }).flat();
}

/** What the scale has to hold: each value, or the sums of those on top of each other. */
export function extentOf(
  series: readonly Pick<ChartSeries, 'values'>[],
  isStacked: boolean,
): readonly number[] {
  if (!isStacked) return series.flatMap(({ values }) => values);
  const count = series[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, category) =>
    series.map(({ values }) => values[category] ?? 0),
  ).flatMap((values) => [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
