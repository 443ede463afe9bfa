import type { ControlModel } from '../../form/model/formModel.js';
import { fieldMembers } from './fieldMembers.js';
import type { FormContexts } from './formContexts.js';
import { lookupMembers } from './lookupMembers.js';
import { optionMembers } from './optionMembers.js';
import { quickViewMembers } from './quickViewMembers.js';
import { sectionOf } from './sectionOf.js';
import { withGrid } from './subgridContext.js';
import { whileVisited } from '../whileVisited.js';

/** A control as scripts see it, with the members of its kind (client API reference, "Controls"). */
export function controlContext(contexts: FormContexts, control: ControlModel): object {
  const { attribute, lookup, options, quickView, timeline } = control;
  const context = whileVisited(contexts.model.visit, `control ${control.id}`, {
    getName: () => control.id,
    getControlType: () => controlType(control),
    getParent() {
      const section = sectionOf(contexts.model, control);
      return section ? contexts.section(section) : null;
    },
    getLabel: () => control.label.value,
    setLabel(label: string) {
      control.label.value = label;
    },
    getVisible: () => control.visible.value,
    setVisible(visible: boolean) {
      control.visible.value = visible;
    },
    ...(attribute ? fieldMembers(contexts, control, attribute) : {}),
    ...(lookup ? lookupMembers(contexts.host, lookup) : {}),
    ...(options && attribute && controlType(control) !== 'standard' ? optionMembers(options, attribute) : {}),
    ...(quickView ? quickViewMembers(contexts, quickView) : {}),
    ...(timeline ? { refresh: () => void timeline.refresh() } : {}),
  });
  return control.subgrid ? withGrid(contexts, control, context) : context;
}

/** getControlType */
function controlType({ definition, attribute, lookup }: ControlModel): string {
  switch (definition.kind) {
    case 'subgrid':
      return 'subgrid';
    case 'quickform':
      return 'quickform';
    case 'timeline':
      return 'timelinewall';
    case 'webresource':
      return 'webresource';
    case 'unsupported':
      return `customcontrol:${definition.classId}`;
    case 'field':
      return lookup ? 'lookup' : (choiceTypes[attribute?.column.type ?? ''] ?? 'standard');
  }
}

const choiceTypes: Readonly<Record<string, string>> = {
  picklist: 'optionset',
  state: 'optionset',
  status: 'optionset',
  multiselectpicklist: 'multiselectoptionset',
  partylist: 'lookup',
};
