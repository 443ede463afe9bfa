import type { Host } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import { ChoiceMenu } from '../../popup/ChoiceMenu.js';
import type { ChartModel } from '../model/chartModel.js';

/** The name of the chart that is shown; a menu of all when there are several. */
export function ChartSelector({ host, model }: { readonly host: Host; readonly model: ChartModel }) {
  const chart = model.chart.value;
  if (model.charts.length < 2) return <span class="chart-name">{chart.name}</span>;
  return (
    <ChoiceMenu
      class="view-selector chart-selector"
      menuLabel={host.text('chart.charts')}
      choices={model.charts.map(({ id, name }) => ({ id, label: name }))}
      current={chart.id}
      onChoose={(id) => model.selectChart(id)}
    >
      <span>{chart.name}</span>
      <Icon name="chevronDown" />
    </ChoiceMenu>
  );
}
