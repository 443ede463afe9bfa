import type { ControlModel, FormModel, TabModel } from './formModel.js';

/** Moves the focus to a control, and to the tab that it stands on first. */
export function focusControl(model: Pick<FormModel, 'tabs' | 'selectedTab'>, control: ControlModel): void {
  const tab = model.tabs.find((candidate) => holds(candidate, control));
  if (tab) model.selectedTab.value = tab.definition.name;
  control.focusRequests.value += 1;
}

/** Whether a control stands on a tab. */
function holds(tab: TabModel, control: ControlModel): boolean {
  const sections = tab.columns.flatMap((column) => column.sections);
  return sections.some((section) => section.rows.flat().some((cell) => cell.control === control));
}
