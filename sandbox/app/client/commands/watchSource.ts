import { effect, untracked } from '@preact/signals-core';
import type { FormModel } from '../form/model/formModel.js';
import { formOf, gridOf, type CommandSource } from './commandSource.js';

/**
 * Calls back at once, and whenever what rules speak of may have changed: the row was loaded, saved or refreshed, its
 * state or status reason is another, other rows are shown or selected, or a script asked for it (refreshRibbon).
 * While a form loads or saves, it waits until that is done.
 * @returns stops watching
 */
export function watchSource(source: CommandSource, changed: () => void): () => void {
  return effect(() => {
    const form = formOf(source);
    const isFormBusy = form !== undefined && readForm(form);
    const grid = gridOf(source);
    void [grid?.rows.value, grid?.selection.value, grid?.view.value, grid?.ribbonRefreshes.value];
    void grid?.isChartShown.value;
    if (!isFormBusy) untracked(changed);
  });
}

/** Reads what a change of the form shows in. @returns whether it loads or saves */
function readForm(form: FormModel): boolean {
  void [form.id.value, form.formType.value, form.access.value];
  void [form.attributes.get('statuscode')?.value.value, form.ribbonRefreshes.value];
  void form.loadError.value;
  return form.isLoading.value || form.isSaving.value;
}
