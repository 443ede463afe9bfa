import { signal } from '@preact/signals-core';
import type { FormCell, FormDefinition, FormTab } from '../../../definition/form/formDefinition.js';
import type { OpenAttribute } from './createAttribute.js';
import { createControl, type OpenControl } from './createControl.js';
import type { CellModel, TabModel } from './formModel.js';
import type { FormScope } from './formScope.js';

export interface FormLayout {
  readonly header: readonly CellModel[];
  readonly tabs: readonly TabModel[];
  readonly controls: ReadonlyMap<string, OpenControl>;
}

/** Tabs, sections and cells of a form with their controls. */
export function formLayout(
  scope: FormScope,
  form: FormDefinition,
  attributes: ReadonlyMap<string, OpenAttribute>,
): FormLayout {
  const controls = new Map<string, OpenControl>();

  const createCell =
    (prefix = '') =>
    (cell: FormCell): CellModel => {
      const { control: definition, label, visible } = cell;
      if (!definition) return { definition: cell };
      const attribute = definition.column === undefined ? undefined : attributes.get(definition.column);
      const id = freeId(prefix + (definition.column ?? definition.id), controls);
      const control = createControl(scope, {
        id,
        label,
        visible,
        definition,
        ...(attribute ? { attribute } : {}),
        lookup: attributes.get(definition.quickView?.lookup ?? ''),
      });
      controls.set(id, control);
      return { definition: cell, control };
    };
  const createTab = (tab: FormTab): TabModel => ({
    definition: tab,
    label: signal(tab.label),
    visible: signal(tab.visible),
    columns: tab.columns.map(({ width, sections }) => ({
      width,
      sections: sections.map((section) => ({
        definition: section,
        label: signal(section.label),
        visible: signal(section.visible),
        rows: section.rows.map((row) => row.map(createCell())),
      })),
    })),
  });

  const tabs = form.tabs.map(createTab);
  return { header: form.header.map(createCell('header_')), tabs, controls };
}

/** The second control of a column is called `inv_name1`, the third `inv_name2` (getName, controls). */
function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let id = wanted;
  for (let number = 1; taken.has(id); number += 1) id = `${wanted}${number}`;
  return id;
}
