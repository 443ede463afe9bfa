import type { GridRow } from '../model/gridModel.js';
import { nextPosition } from './gridPosition.js';
import type { GridView } from './gridView.js';
import { focusPosition } from './positionAttributes.js';

/**
 * What keys do in a grid: arrows, Home, End and Page keys move; with Shift up and down they select; Space selects the
 * row; Ctrl+A all rows; Enter opens the row, follows the link of a lookup or sorts by the header.
 */
export function handleGridKey(event: KeyboardEvent, view: GridView, grid: HTMLElement | null): void {
  if (event.altKey) return;
  const done = act(event, view) || move(event, view, grid);
  if (done) event.preventDefault();
}

function move(event: KeyboardEvent, view: GridView, grid: HTMLElement | null): boolean {
  const { model } = view;
  const bounds = {
    lastRow: model.rows.value.length - 1,
    lastColumn: model.view.value.columns.length,
  };
  const next = nextPosition(event.key, event.ctrlKey || event.metaKey, view.active, bounds);
  if (next === undefined) return false;
  if (event.shiftKey && next.row !== view.active.row) extendTo(next.row, event, view);
  focusPosition(grid, next);
  return true;
}

/** Selects from the row that was picked last; when nothing is selected yet, from the one with the focus. */
function extendTo(index: number, event: KeyboardEvent, view: GridView): void {
  const { model, selection } = view;
  const from = model.rows.value[view.active.row];
  const to = model.rows.value[index];
  if (to === undefined) return;
  if (from !== undefined && model.selection.value.length === 0) selection.toggle(from.id, false);
  selection.pick(to.id, event);
}

function act(event: KeyboardEvent, view: GridView): boolean {
  const { model } = view;
  if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !view.single) {
    model.selectAll(true);
    return true;
  }
  const { row: index, column } = view.active;
  const row = model.rows.value[index];
  if (index < 0) return actOnHeader(event.key, view, column);
  if (row === undefined) return false;
  if (event.key === ' ') {
    view.selection.toggle(row.id, event.shiftKey);
    return true;
  }
  if (event.key === 'Enter') {
    openFrom(event.currentTarget, view, row, column);
    return true;
  }
  return false;
}

function actOnHeader(key: string, view: GridView, column: number): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  const { model } = view;
  const viewColumn = model.view.value.columns[column - 1];
  if (viewColumn?.isSortable === true) model.sortBy(viewColumn);
  if (column === 0 && !view.single) model.selectAll(model.selection.value.length === 0);
  return true;
}

/** Enter on a lookup goes where its link goes; anywhere else it opens the row. */
function openFrom(grid: EventTarget | null, view: GridView, row: GridRow, column: number): void {
  const viewColumn = view.model.view.value.columns[column - 1];
  const isLookup = viewColumn !== undefined && row.cells[viewColumn.name]?.row !== undefined;
  const cell = `[data-position="${view.active.row}:${column}"] a`;
  const link = grid instanceof HTMLElement ? grid.querySelector<HTMLElement>(cell) : null;
  if (isLookup && link !== null) link.click();
  else view.open(row);
}
