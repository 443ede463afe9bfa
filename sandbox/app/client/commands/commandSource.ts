import type { TableDefinition } from '../../definition/table/tableDefinition.js';
import type { RibbonPlace } from '../../definition/ribbon/ribbon.js';
import type { FormModel } from '../form/model/formModel.js';
import type { GridModel } from '../grid/model/gridModel.js';
import type { LookupRow } from '../host/host.js';

/** What a command bar stands on: a form, a list on a page of its own, or a subgrid and the form it is on. */
export type CommandSource =
  | { readonly place: 'Form'; readonly form: FormModel }
  | {
      readonly place: Exclude<RibbonPlace, 'Form'>;
      readonly grid: GridModel;
      readonly parentForm?: FormModel;
    };

/** One of the two things that a rule speaks of: the page's row, or the rows selected in a list. */
export type AppliesTo = 'PrimaryEntity' | 'SelectedEntity';

/** The table whose ribbon it is. */
export function tableOf(source: CommandSource): TableDefinition {
  return source.place === 'Form' ? source.form.table : source.grid.table;
}

/** The form that commands know: its own, or the one that the subgrid is on. Lists have none. */
export function formOf(source: CommandSource): FormModel | undefined {
  return source.place === 'Form' ? source.form : source.parentForm;
}

export function gridOf(source: CommandSource): GridModel | undefined {
  return source.place === 'Form' ? undefined : source.grid;
}

/**
 * The table that a rule speaks of. On a list both are the list's own; on a form nothing is selected; on a subgrid the
 * primary one is that of the form ("Define ribbon enable rules", AppliesTo).
 */
export function tableFor(source: CommandSource, appliesTo: AppliesTo): TableDefinition | undefined {
  if (source.place === 'HomepageGrid') return source.grid.table;
  return appliesTo === 'PrimaryEntity' ? formOf(source)?.table : gridOf(source)?.table;
}

/** The rows that a rule speaks of: the form's saved row, or what is selected. */
export function rowsFor(source: CommandSource, appliesTo: AppliesTo): readonly LookupRow[] {
  const form = formOf(source);
  if (appliesTo === 'PrimaryEntity' && form !== undefined) return formRow(form);
  return source.place === 'SubGrid' && appliesTo === 'PrimaryEntity' ? [] : selectedRows(source);
}

/** The form's row as a list of one, or of none while it is not saved. */
export function formRow(form: FormModel): readonly LookupRow[] {
  const id = form.id.value;
  return id === undefined ? [] : [{ id, name: form.title.value, table: form.table.logicalName }];
}

/** The selected rows of a list, in the order of the rows; none on a form. */
export function selectedRows(source: CommandSource): readonly LookupRow[] {
  const grid = gridOf(source);
  if (grid === undefined) return [];
  const selection = new Set(grid.selection.value);
  return grid.rows.value.filter((row) => selection.has(row.id));
}

/** The button's `data-id`, as the real app's. */
export function dataId(source: CommandSource, controlId: string): string {
  const relationship = gridOf(source)?.parent?.relationship.schemaName ?? 'NoRelationship';
  return [tableOf(source).logicalName, relationship, barNames[source.place], controlId].join('|');
}

/** What the real app calls its bars in `data-id` and `data-lp-id`, and ribbons in the Context of an EntityRule. */
export const barNames: Readonly<Record<RibbonPlace, string>> = {
  Form: 'Form',
  HomepageGrid: 'HomePageGrid',
  SubGrid: 'SubGridStandard',
};
