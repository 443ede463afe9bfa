import type { FormCell, FormDefinition } from './formDefinition.js';

/** Every cell of a form, its header's first. */
export function cellsOf(form: FormDefinition): readonly FormCell[] {
  const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  return [...form.header, ...sections.flatMap((section) => section.rows.flat())];
}
