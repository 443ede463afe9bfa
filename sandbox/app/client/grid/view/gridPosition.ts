/** A cell of a grid: row -1 is the header, column 0 holds the check boxes. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** The last row and column of a grid. */
export interface GridBounds {
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Rows that Page Up and Page Down pass. */
const pageStep = 10;

/**
 * The cell that a key leads to (WAI-ARIA Authoring Practices, "Grid"): arrows one cell, Page Up and Page Down ten rows,
 * Home and End along the row, with Ctrl to the first and last cell.
 * @returns undefined when the key moves nothing
 */
export function nextPosition(
  key: string,
  ctrl: boolean,
  from: GridPosition,
  bounds: GridBounds,
): GridPosition | undefined {
  const target = targetOf(key, ctrl, from, bounds);
  return target === undefined ? undefined : within(target, bounds);
}

/** The nearest cell that there is: rows and columns may have gone since. */
export function within({ row, column }: GridPosition, bounds: GridBounds): GridPosition {
  return {
    row: Math.min(Math.max(row, -1), bounds.lastRow),
    column: Math.min(Math.max(column, 0), bounds.lastColumn),
  };
}

function targetOf(
  key: string,
  ctrl: boolean,
  { row, column }: GridPosition,
  bounds: GridBounds,
): GridPosition | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(row - pageStep, Math.min(row, 0)), column };
    case 'PageDown':
      return { row: row + pageStep, column };
    case 'Home':
      return { row: ctrl ? -1 : row, column: 0 };
    case 'End':
      return { row: ctrl ? bounds.lastRow : row, column: bounds.lastColumn };
    default:
      return undefined;
  }
}
