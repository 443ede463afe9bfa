import type { DashboardDefinition } from '../../../definition/dashboard/dashboardDefinition.js';
import type { ChartModel } from '../../chart/model/chartModel.js';
import type { GridModel } from '../../grid/model/gridModel.js';

/** A dashboard that is open: what its tiles show. No DOM. */
export interface DashboardModel {
  readonly dashboard: DashboardDefinition;
  /** By the id of the cell. Empty cells have none. */
  readonly tiles: ReadonlyMap<string, TileModel>;
  /** Reads and counts everything again. */
  refresh(): Promise<void>;
}

/** One component of a dashboard. */
export type TileModel =
  | { readonly kind: 'list'; readonly title: string; readonly grid: GridModel }
  | {
      readonly kind: 'chart';
      /** The view whose rows are counted. */
      readonly viewName: string;
      readonly chart: ChartModel;
    }
  | {
      /** What cannot be shown, and why. */
      readonly kind: 'problem';
      readonly text: string;
    };
