import type { FormDefinition, TableDefinition } from '../../../definition/definition.js';
import type { Host, LookupRow, Page } from '../../host/host.js';
import { createFormModel } from '../model/createFormModel.js';
import type { FormModel } from '../model/formModel.js';

type RecordPage = Extract<Page, { pageType: 'entityrecord' }>;

/** The main form a record page is shown with: the one it names, else the table's first; undefined when there is none. */
export function mainForm(table: TableDefinition | undefined, formId?: string): FormDefinition | undefined {
  const forms = table?.forms.filter(({ type }) => type === 'main') ?? [];
  return forms.find(({ id }) => id === formId) ?? forms[0];
}

/** Opens the form of a record page; undefined when the app has none for its table. */
export function openPageForm(host: Host, page: RecordPage): FormModel | undefined {
  const table = host.definition.tables[page.table];
  const form = mainForm(table, page.formId);
  if (table === undefined || form === undefined) return undefined;
  return createFormModel(host, { table, form, visit: host.navigation.visit(), ...rowOf(page) });
}

/**
 * Opens a form in a dialog; undefined when the table has no such form.
 *
 * @param close the dialog, with the row when the form made one
 */
export function openDialogForm(
  host: Host,
  table: TableDefinition,
  form: FormDefinition | undefined,
  row: Pick<RecordPage, 'id' | 'values'>,
  close: (row?: LookupRow) => void,
): FormModel | undefined {
  if (form === undefined) return undefined;
  const model: FormModel = createFormModel(host, {
    table,
    form,
    visit: host.navigation.visit(),
    ...rowOf(row),
    dialog: {
      close: () => {
        close(row.id === undefined ? savedRow(model) : undefined);
      },
    },
  });
  return model;
}

function savedRow({ id, title, table }: FormModel): LookupRow | undefined {
  return id.value === undefined ? undefined : { id: id.value, name: title.value, table: table.logicalName };
}

function rowOf({ id, values }: Pick<RecordPage, 'id' | 'values'>): Pick<RecordPage, 'id' | 'values'> {
  return { ...(id === undefined ? {} : { id }), ...(values === undefined ? {} : { values }) };
}
