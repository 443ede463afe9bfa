import { useEffect, useId, useMemo } from 'preact/hooks';
import { ChartPane } from '../../../chart/view/ChartPane.js';
import { createCommandBar } from '../../../commands/createCommandBar.js';
import { CommandBar } from '../../../commands/view/CommandBar.js';
import type { GridModel } from '../../../grid/model/gridModel.js';
import { Grid } from '../../../grid/view/Grid.js';
import type { ControlModel } from '../../model/formModel.js';
import { dataName, useFormSurface } from '../formSurface.js';

/** The rows that belong to the form's row, or a chart of them, with their own commands. A row must be saved before others can belong to it. */
export function Subgrid({
  control,
  showLabel,
}: {
  readonly control: ControlModel;
  readonly showLabel: boolean;
}) {
  const surface = useFormSurface();
  const { host } = surface;
  const chart = control.definition.subgrid?.chart;
  const headingId = useId();
  const grid = control.subgrid?.value;
  return (
    <div
      role="group"
      class="subgrid"
      data-id={`dataSetRoot_${dataName(surface, control.id)}`}
      data-control-name={control.id}
      aria-labelledby={showLabel ? headingId : undefined}
      aria-label={showLabel ? undefined : control.label.value}
    >
      <div class="subgrid-head">
        {showLabel && (
          <h3 id={headingId} class="subgrid-title">
            {control.label.value}
          </h3>
        )}
        {grid !== undefined && surface.quickView === undefined && <SubgridCommands key={grid} grid={grid} />}
      </div>
      {grid === undefined ? (
        <p class="empty-message">{host.text('form.saveFirst')}</p>
      ) : chart !== undefined ? (
        <ChartPane host={host} grid={grid} chartId={chart.id} picker={chart.picker} />
      ) : (
        <Grid host={host} model={grid} compact />
      )}
    </div>
  );
}

/** The command bar of one grid, for as long as that grid is shown. */
export function SubgridCommands({ grid }: { readonly grid: GridModel }) {
  const { host, model } = useFormSurface();
  const bar = useMemo(() => createCommandBar(host, { place: 'SubGrid', grid, parentForm: model }), [grid]);
  useEffect(() => () => bar.dispose(), [bar]);
  return <CommandBar host={host} bar={bar} compact />;
}
