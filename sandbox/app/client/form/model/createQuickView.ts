import { computed, effect, signal, untracked } from '@preact/signals-core';
import type { QuickViewParameters } from '../../../definition/form/formDefinition.js';
import type { LookupRow } from '../../host/host.js';
import type { AttributeModel, FormModel, QuickViewModel } from './formModel.js';
import type { FormScope } from './formScope.js';

/**
 * A quick view form: it shows the row that the lookup points to now, saved or not, and nothing while there is none. A row
 * of a table for which it has no form shows nothing either ("Quick view form control").
 *
 * @param lookup undefined when the table has no such column: it stays empty
 */
export function createQuickView(
  scope: FormScope,
  { forms }: QuickViewParameters,
  lookup: Pick<AttributeModel, 'value'> | undefined,
): QuickViewModel {
  const form = signal<FormModel | undefined>(undefined);
  const isLoaded = signal(false);

  const open = ({ id, table: name }: LookupRow): FormModel | undefined => {
    const table = scope.host.definition.tables[name];
    const formId = forms.find((candidate) => candidate.table === name)?.formId;
    const definition = table?.forms.find((candidate) => candidate.id === formId);
    return table && definition && scope.openQuickView({ table, form: definition, id });
  };
  const show = (row: LookupRow | undefined) => {
    if (form.value !== undefined && form.value.id.value === row?.id) return;
    const opened = row && open(row);
    form.value = opened;
    isLoaded.value = false;
    void opened?.ready.then(() => {
      // Another row may be shown by now.
      if (form.value === opened) isLoaded.value = opened.loadError.value === undefined;
    });
  };

  effect(() => {
    const row = rowIn(lookup?.value.value);
    untracked(() => show(row));
  });
  return {
    form,
    isLoaded: computed(() => isLoaded.value),
    async refresh() {
      await form.value?.refresh(false);
    },
  };
}

function rowIn(value: unknown): LookupRow | undefined {
  return Array.isArray(value) ? (value as readonly LookupRow[])[0] : undefined;
}
