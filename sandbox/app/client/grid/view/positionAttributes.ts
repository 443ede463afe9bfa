import type { GridPosition } from './gridPosition.js';
import type { GridView } from './gridView.js';

/** Attributes that make an element the cell at a position: Tab leads to the active one alone (roving tabindex). */
export function positionAttributes(view: GridView, position: GridPosition) {
  const { row, column } = view.active;
  return {
    'data-position': positionKey(position),
    tabIndex: row === position.row && column === position.column ? 0 : -1,
    onFocus: () => view.setActive(position),
  } as const;
}

/** Moves the focus to a cell of the grid. */
export function focusPosition(grid: HTMLElement | null, position: GridPosition): void {
  grid?.querySelector<HTMLElement>(`[data-position="${positionKey(position)}"]`)?.focus();
}

const positionKey = ({ row, column }: GridPosition) => `${row}:${column}`;
