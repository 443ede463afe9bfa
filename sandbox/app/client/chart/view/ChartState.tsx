import type { Host } from '../../host/host.js';
import { BusyState, EmptyState, FailedState } from '../../page/PaneState.js';
import type { ChartModel } from '../model/chartModel.js';

/** What stands in the place of a picture: that it is being counted, cannot be shown, or that there is nothing to count. */
export function ChartState({ host, model }: { readonly host: Host; readonly model: ChartModel }) {
  const error = model.error.value;
  if (error !== undefined) return <FailedState title={host.text('chart.failed')} reason={error} />;
  if (model.data.value === undefined) return <BusyState text={host.text('chart.loading')} />;
  return <EmptyState icon="chart" text={host.text('chart.noData')} />;
}
