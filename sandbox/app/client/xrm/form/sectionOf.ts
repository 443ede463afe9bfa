import type { ControlModel, FormModel, SectionModel, TabModel } from '../../form/model/formModel.js';

/** The sections of a tab, column by column. */
export function sectionsOf(tab: TabModel): readonly SectionModel[] {
  return tab.columns.flatMap((column) => column.sections);
}

/** The controls of a section, row by row. */
export function controlsOf(section: SectionModel): readonly ControlModel[] {
  return section.rows.flat().flatMap(({ control }) => control ?? []);
}

/** Where a control stands; undefined for those of the header. */
export function sectionOf(model: FormModel, control: ControlModel): SectionModel | undefined {
  return model.tabs.flatMap(sectionsOf).find((section) => controlsOf(section).includes(control));
}

/** The tab of a section. */
export function tabOf(model: FormModel, section: SectionModel): TabModel | undefined {
  return model.tabs.find((tab) => sectionsOf(tab).includes(section));
}
