import type { ReadonlySignal } from '@preact/signals-core';
import type { ChartDefinition } from '../../../definition/chart/chartDefinition.js';
import type { ChartData } from './chartData.js';

/** A chart over the rows of a list or a view, one of those that the table has. No DOM. */
export interface ChartModel {
  /** What the chart selector offers. */
  readonly charts: readonly ChartDefinition[];
  readonly chart: ReadonlySignal<ChartDefinition>;
  selectChart(id: string): void;
  /** Undefined until the first answer, and while there is an error. */
  readonly data: ReadonlySignal<ChartData | undefined>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Why it cannot be shown. */
  readonly error: ReadonlySignal<string | undefined>;
  /** Counts again. */
  refresh(): Promise<void>;
}
