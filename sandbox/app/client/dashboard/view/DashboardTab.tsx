import type { FormSection, FormTab } from '../../../definition/form/formDefinition.js';
import { placeCells } from '../../form/view/section/placeCells.js';
import type { Host } from '../../host/host.js';
import type { DashboardModel } from '../model/dashboardModel.js';
import { Tile } from './Tile.js';

interface DashboardTabProps {
  readonly host: Host;
  readonly model: DashboardModel;
  readonly tab: FormTab;
}

/** The sections of a dashboard's tab below each other, each a grid of tiles; one column where there is little room. */
export function DashboardTab({ host, model, tab }: DashboardTabProps) {
  return (
    <>
      {tab.columns
        .flatMap(({ sections }) => sections)
        .filter(({ visible }) => visible)
        .map((section) => (
          <Tiles key={section.id} host={host} model={model} section={section} />
        ))}
    </>
  );
}

/** Columns at the right that no tile reaches into have no room: exports leave empty cells there. */
function Tiles({ host, model, section }: Omit<DashboardTabProps, 'tab'> & { readonly section: FormSection }) {
  const places = placeCells(section.rows, section.columns);
  const used = Math.max(
    1,
    ...section.rows.flatMap((row, index) =>
      row.map((cell, position) => {
        const place = places[index]?.[position];
        return place === undefined || !model.tiles.has(cell.id) ? 1 : place.column + place.colspan - 1;
      }),
    ),
  );
  return (
    <div class="dashboard-tiles" style={{ '--tile-columns': `repeat(${String(used)}, minmax(0, 1fr))` }}>
      {section.rows.map((row, index) =>
        row.map((cell, position) => {
          const place = places[index]?.[position];
          const tile = model.tiles.get(cell.id);
          if (place === undefined || tile === undefined || !cell.visible) return null;
          return <Tile key={cell.id} host={host} tile={tile} place={place} />;
        }),
      )}
    </div>
  );
}
