import type { Signal } from '@preact/signals-core';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { LookupRow } from '../../host/host.js';
import { pickedRows } from './pickedRows.js';

/**
 * The same list, whose selection by the user is kept in `picked` over pages, searches and tables. What the list does to
 * its selection itself (another page begins with none) leaves it alone.
 */
export function pickingModel(
  model: GridModel,
  picked: Signal<readonly LookupRow[]>,
  multiple: boolean,
): GridModel {
  const follow = () => {
    const before = multiple ? picked.peek() : [];
    picked.value = pickedRows(before, model.rows.peek(), model.selection.peek());
  };
  return {
    ...model,
    select(ids) {
      model.select(ids);
      follow();
    },
    toggle(id) {
      model.toggle(id);
      follow();
    },
    selectAll(selected) {
      model.selectAll(selected);
      follow();
    },
  };
}

/** Selects what of the page has been picked before. */
export function showPicked(model: GridModel, picked: readonly LookupRow[]): void {
  model.select(picked.map(({ id }) => id));
}
