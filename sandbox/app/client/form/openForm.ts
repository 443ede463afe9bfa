import type { TableDefinition } from '../../definition/table/tableDefinition.js';
import type { FormDefinition } from '../../definition/form/formDefinition.js';
import type { Host, LookupRow, Page } from '../host/host.js';
import { mainForm } from '../host/mainForm.js';
import { createExecutionContext } from '../xrm/form/createExecutionContext.js';
import { createFormModel, type FormOptions } from './model/createFormModel.js';
import type { FormModel } from './model/formModel.js';

type RecordPage = Extract<Page, { pageType: 'entityrecord' }>;

/** Opens the form of a record page; undefined when the app has none for its table. */
export function openPageForm(host: Host, page: RecordPage): FormModel | undefined {
  const table = host.definition.tables[page.table];
  const form = table && mainForm(table, page.formId);
  if (table === undefined || form === undefined) return undefined;
  return openForm(host, { table, form, ...rowOf(page) });
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
  return openForm(host, { table, form, ...rowOf(row), dialog: { close } });
}

/** A form of the visit that is under way, its handlers called as Xrm calls them. */
function openForm(host: Host, options: Omit<FormOptions, 'visit'>): FormModel {
  return createFormModel(host, { ...options, visit: host.navigation.visit() }, createExecutionContext);
}

function rowOf({ id, values }: Pick<RecordPage, 'id' | 'values'>): Pick<RecordPage, 'id' | 'values'> {
  return { ...(id === undefined ? {} : { id }), ...(values === undefined ? {} : { values }) };
}
