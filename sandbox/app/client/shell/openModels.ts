import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { FormModel } from '../form/model/formModel.js';
import type { GridModel } from '../grid/model/gridModel.js';

/** The model behind the page that is shown: a form or a list. Xrm asks for it, the shell makes the title of it. */
export interface OpenModels {
  readonly form: ReadonlySignal<FormModel | undefined>;
  readonly grid: ReadonlySignal<GridModel | undefined>;
  setForm(form: FormModel | undefined): void;
  setGrid(grid: GridModel | undefined): void;
}

/** Nothing is open yet. */
export function createOpenModels(): OpenModels {
  const form = signal<FormModel | undefined>(undefined);
  const grid = signal<GridModel | undefined>(undefined);
  return {
    form,
    grid,
    setForm(model) {
      form.value = model;
    },
    setGrid(model) {
      grid.value = model;
    },
  };
}
