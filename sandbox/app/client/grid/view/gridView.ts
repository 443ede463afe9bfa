import type { ViewColumn } from '../../../definition/view/viewDefinition.js';
import type { Host } from '../../host/host.js';
import type { GridModel, GridRow } from '../model/gridModel.js';
import type { GridPosition } from './gridPosition.js';
import type { GridSelection } from './gridSelection.js';

/** What the pieces of one grid on the screen share. */
export interface GridView {
  readonly host: Host;
  readonly model: GridModel;
  readonly selection: GridSelection;
  /** One row at most can be selected. */
  readonly single: boolean;
  /** Whether names and lookups are links. */
  readonly links: boolean;
  /** The one cell that Tab leads to. */
  readonly active: GridPosition;
  readonly setActive: (position: GridPosition) => void;
  readonly open: (row: GridRow) => void;
}

/**
 * The column of a view whose cells lead to the row: the table's primary name, else the first column.
 */
export function nameColumn(model: GridModel): ViewColumn | undefined {
  const { columns } = model.view.value;
  return columns.find(({ name }) => name === model.table.primaryName) ?? columns[0];
}
