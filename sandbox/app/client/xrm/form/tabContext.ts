import type { TabModel } from '../../form/model/formModel.js';
import type { FormContexts } from './formContexts.js';
import { sectionsOf } from './sectionOf.js';
import { collectionWhileVisited, whileVisited } from '../whileVisited.js';

/** A tab as scripts see it. Tabs stand side by side, so the one that is shown is the expanded one. */
export function tabContext(contexts: FormContexts, tab: TabModel): object {
  const { visit, selectedTab } = contexts.model;
  const { name } = tab.definition;
  const select = () => {
    selectedTab.value = name;
  };
  return whileVisited(visit, `tab ${name}`, {
    getName: () => name,
    getParent: contexts.ui,
    getLabel: () => tab.label.value,
    setLabel(label: string) {
      tab.label.value = label;
    },
    getVisible: () => tab.visible.value,
    setVisible(visible: boolean) {
      tab.visible.value = visible;
    },
    getDisplayState: () => (selectedTab.value === name ? 'expanded' : 'collapsed'),
    setDisplayState(state: 'expanded' | 'collapsed') {
      if (state === 'expanded') select();
    },
    setFocus: select,
    sections: collectionWhileVisited(
      visit,
      'sections',
      () => sectionsOf(tab).map(contexts.section),
      (section) => (section as { readonly getName: () => string }).getName(),
    ),
  });
}
