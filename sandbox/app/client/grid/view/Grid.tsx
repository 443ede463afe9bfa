import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Host } from '../../host/host.js';
import type { GridModel, GridRow } from '../model/gridModel.js';
import { GridFooter } from './GridFooter.js';
import { GridHeader } from './GridHeader.js';
import { handleGridKey } from './gridKeys.js';
import { within, type GridPosition } from './gridPosition.js';
import { GridRowView } from './GridRowView.js';
import { createGridSelection } from './gridSelection.js';
import { GridState } from './GridState.js';
import { type GridView } from './gridView.js';
import { hasPage } from '../../page/hasPage.js';

interface GridProps {
  readonly host: Host;
  readonly model: GridModel;
  /** Lower rows and a short footer, as on a form. */
  readonly compact?: boolean;
  /** One row at most can be selected. */
  readonly single?: boolean;
  /** What a double click and Enter do instead of opening the row's page; names are no links then. */
  readonly onOpen?: (row: GridRow) => void;
}

/** A list of rows: headers that sort, rows that are selected and opened, the count and the way to other pages. */
export function Grid({ host, model, compact = false, single = false, onOpen }: GridProps) {
  const focused = useSignal<GridPosition>({ row: -1, column: 0 });
  const element = useRef<HTMLDivElement>(null);
  const selection = useMemo(() => createGridSelection(model, single), [model, single]);
  const { columns, name } = model.view.value;
  const rows = model.error.value === undefined ? model.rows.value : [];
  const view: GridView = {
    host,
    model,
    selection,
    single,
    links: onOpen === undefined,
    active: within(focused.value, { lastRow: rows.length - 1, lastColumn: columns.length }),
    setActive: (position) => {
      focused.value = position;
    },
    open: onOpen ?? ((row) => openRow(host, row)),
  };
  const total = model.totalCount.value;
  return (
    <div class={compact ? 'grid compact' : 'grid'}>
      <div class="grid-scroll">
        <div
          role="grid"
          class="grid-table"
          ref={element}
          aria-label={name}
          aria-rowcount={total < 0 ? -1 : total + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable={!single}
          aria-busy={model.isLoading.value}
          style={{ '--grid-columns': gridColumns(columns.map(({ width }) => width)) }}
          onKeyDown={(event) => handleGridKey(event, view, element.current)}
        >
          <GridHeader view={view} />
          {rows.length > 0 && (
            <div role="rowgroup">
              {rows.map((row, index) => (
                <GridRowView key={row.id} view={view} row={row} index={index} />
              ))}
            </div>
          )}
        </div>
        <GridState host={host} model={model} />
      </div>
      <GridFooter host={host} model={model} compact={compact} />
    </div>
  );
}

function openRow(host: Host, { table, id }: GridRow): void {
  if (hasPage(host, table)) void host.navigation.open({ pageType: 'entityrecord', table, id });
}

/**
 * A column is never narrower than the view wants, up to 140 pixels: then the grid scrolls. What is left over is shared
 * with a bias to wide columns; in plain proportion a long name would take it all.
 */
function gridColumns(widths: readonly number[]): string {
  const tracks = widths.map((width) => `minmax(${Math.min(width, 140)}px, ${width + 150}fr)`);
  return ['44px', ...tracks].join(' ');
}
