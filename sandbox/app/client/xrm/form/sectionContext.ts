import type { SectionModel } from '../../form/model/formModel.js';
import { controlCollection } from './collections.js';
import type { FormContexts } from './formContexts.js';
import { controlsOf, tabOf } from './sectionOf.js';
import { whileVisited } from '../whileVisited.js';

/** A section as scripts see it. */
export function sectionContext(contexts: FormContexts, section: SectionModel): object {
  const { name } = section.definition;
  return whileVisited(contexts.model.visit, `section ${name}`, {
    getName: () => name,
    getParent() {
      const tab = tabOf(contexts.model, section);
      return tab ? contexts.tab(tab) : null;
    },
    getLabel: () => section.label.value,
    setLabel(label: string) {
      section.label.value = label;
    },
    getVisible: () => section.visible.value,
    setVisible(visible: boolean) {
      section.visible.value = visible;
    },
    controls: controlCollection(contexts, () => controlsOf(section)),
  });
}
