import type { FormCell, FormDefinition, FormTab } from './formDefinition.js';

/** Every cell of a form, its header's first. */
export function cellsOf(form: Pick<FormDefinition, 'tabs' | 'header'>): readonly FormCell[] {
  return [...form.header, ...cellsOfTabs(form.tabs)];
}

/** Every cell of a form's or a dashboard's tabs. */
export function cellsOfTabs(tabs: readonly FormTab[]): readonly FormCell[] {
  const sections = tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  return sections.flatMap((section) => section.rows.flat());
}
