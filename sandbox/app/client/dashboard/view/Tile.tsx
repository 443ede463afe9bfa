import { useEffect, useId, useMemo } from 'preact/hooks';
import { ChartFigure } from '../../chart/view/ChartFigure.js';
import { ChartSelector } from '../../chart/view/ChartSelector.js';
import { createCommandBar } from '../../commands/createCommandBar.js';
import { CommandBar } from '../../commands/view/CommandBar.js';
import type { Placement } from '../../form/view/section/placeCells.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import { Grid } from '../../grid/view/Grid.js';
import type { Host } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import { PageLink } from '../../page/PageLink.js';
import type { TileModel } from '../model/dashboardModel.js';

interface TileProps {
  readonly host: Host;
  readonly tile: TileModel;
  readonly place: Placement;
}

/** One component of a dashboard in its place. */
export function Tile({ host, tile, place }: TileProps) {
  const headingId = useId();
  return (
    <section
      class={`card dashboard-tile dashboard-${tile.kind}`}
      data-id={tile.kind === 'list' ? `dataSetRoot_${tile.grid.name}` : undefined}
      aria-labelledby={tile.kind === 'problem' ? undefined : headingId}
      style={{
        '--tile-row': `${String(place.row)} / span ${String(place.rowspan)}`,
        '--tile-column': `${String(place.column)} / span ${String(place.colspan)}`,
      }}
    >
      {tile.kind === 'list' && <ListTile host={host} tile={tile} headingId={headingId} />}
      {tile.kind === 'chart' && (
        <>
          <div class="dashboard-tile-head">
            <h2 id={headingId}>
              <ChartSelector host={host} model={tile.chart} />
            </h2>
            <p class="dashboard-view">{tile.viewName}</p>
          </div>
          <ChartFigure host={host} model={tile.chart} />
        </>
      )}
      {tile.kind === 'problem' && (
        <p class="pane-state">
          <Icon name="warning" />
          {tile.text}
        </p>
      )}
    </section>
  );
}

interface ListTileProps {
  readonly host: Host;
  readonly tile: Extract<TileModel, { kind: 'list' }>;
  readonly headingId: string;
}

/** A list with its own commands; its name leads to the page of the list. */
function ListTile({ host, tile: { title, grid }, headingId }: ListTileProps) {
  return (
    <>
      <div class="dashboard-tile-head">
        <h2 id={headingId}>
          <PageLink
            host={host}
            page={{ pageType: 'entitylist', table: grid.table.logicalName, viewId: grid.view.value.id }}
            class="link"
          >
            {title}
          </PageLink>
        </h2>
        <ListCommands host={host} grid={grid} />
      </div>
      <Grid host={host} model={grid} compact />
    </>
  );
}

function ListCommands({ host, grid }: { readonly host: Host; readonly grid: GridModel }) {
  const bar = useMemo(() => createCommandBar(host, { place: 'SubGrid', grid }), [grid]);
  useEffect(() => () => bar.dispose(), [bar]);
  return <CommandBar host={host} bar={bar} compact />;
}
