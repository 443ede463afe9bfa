import type { FormCell } from '../../../../definition/form/formDefinition.js';

/** Where a cell stands in its section's grid, 1-based as CSS counts. */
export interface Placement {
  readonly row: number;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/**
 * Where each cell of a section stands. FormXml lists the cells of a row from left to right and leaves out what a cell
 * above spans into, as an HTML table does; a span never goes past the section's columns.
 *
 * @param rows of cells, top to bottom
 * @param columns of the section, 1–4
 * @returns placements in the order of the cells, row by row
 */
export function placeCells(
  rows: readonly (readonly Pick<FormCell, 'colspan' | 'rowspan'>[])[],
  columns: number,
): readonly (readonly Placement[])[] {
  const taken = new Set<string>();
  const isFree = (row: number, column: number): boolean => !taken.has(`${String(row)}:${String(column)}`);
  return rows.map((cells, index) => {
    const row = index + 1;
    let column = 1;
    return cells.map((cell) => {
      while (column < columns && !isFree(row, column)) column += 1;
      const placement = {
        row,
        column: Math.min(column, columns),
        colspan: Math.max(1, Math.min(cell.colspan, columns - column + 1)),
        rowspan: Math.max(1, cell.rowspan),
      };
      for (let down = 0; down < placement.rowspan; down += 1)
        for (let right = 0; right < placement.colspan; right += 1)
          taken.add(`${String(row + down)}:${String(placement.column + right)}`);
      column = placement.column + placement.colspan;
      return placement;
    });
  });
}
