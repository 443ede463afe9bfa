import { formOf, type CommandSource } from '../commandSource.js';

const formTypes = { Create: 1, Existing: 2, ReadOnly: 3, Disabled: 4, BulkEdit: 6 } as const;

/** FormStateRule: the form's type; for a subgrid that of the form it is on. No on a list. */
export function isFormState(state: keyof typeof formTypes, source: CommandSource): boolean {
  return formOf(source)?.formType.value === formTypes[state];
}
