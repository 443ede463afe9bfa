import type { FormDefinition } from '../../definition/form/formDefinition.js';
import type { TableDefinition } from '../../definition/table/tableDefinition.js';

/** The main form a row is shown with: the one of this id, else the table's first; undefined when there is none. */
export function mainForm(table: TableDefinition, formId?: string): FormDefinition | undefined {
  const forms = table.forms.filter(({ type }) => type === 'main');
  return forms.find(({ id }) => id === formId) ?? forms[0];
}
