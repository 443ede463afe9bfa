import type { GridModel } from '../model/gridModel.js';
import { rowsBetween } from './rowsBetween.js';

/** What clicks and keys do to the selection of one grid. The row that was picked last is where Shift starts. */
export interface GridSelection {
  /** A click on a row: that row alone; with Ctrl it is added or taken away, with Shift all rows up to it are taken. */
  pick(
    id: string,
    keys: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean },
  ): void;
  /** A check box or the space bar: adds the row or takes it away; with Shift all rows up to it are taken. */
  toggle(id: string, shiftKey: boolean): void;
}

/** The selection's rules over a model; `single` allows one row. */
export function createGridSelection(model: GridModel, single: boolean): GridSelection {
  let start: string | undefined;
  const take = (id: string) => {
    const ids = model.rows.value.map((row) => row.id);
    model.select(rowsBetween(ids, start, id));
  };
  const toggle = (id: string) => {
    start = id;
    if (single) model.select(model.selection.value.includes(id) ? [] : [id]);
    else model.toggle(id);
  };
  return {
    pick(id, { ctrlKey, metaKey, shiftKey }) {
      if (shiftKey && !single) return take(id);
      if (ctrlKey || metaKey) return toggle(id);
      start = id;
      model.select([id]);
    },
    toggle(id, shiftKey) {
      if (shiftKey && !single) return take(id);
      toggle(id);
    },
  };
}
