import type { FormModel } from '../form/model/formModel.js';
import type { GridModel } from '../grid/model/gridModel.js';

/** The models of the page that is shown, as far as scripts reach them without a context. */
export interface OpenModels {
  currentForm(): FormModel | undefined;
  currentGrid(): GridModel | undefined;
}

/** Every list of a table that stands on the page: the page's own, and the form's subgrids. */
export function gridsOf(models: OpenModels, table: string): readonly GridModel[] {
  const subgrids = [...(models.currentForm()?.controls.values() ?? [])].map(
    (control) => control.subgrid?.value,
  );
  return [models.currentGrid(), ...subgrids].filter(
    (grid): grid is GridModel => grid?.table.logicalName === table,
  );
}
