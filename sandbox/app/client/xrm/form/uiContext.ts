import type { FormNotification, Handler } from '../../form/model/formModel.js';
import { failClosed } from '../failClosed.js';
import { controlCollection, quickFormCollection } from './collections.js';
import type { FormContexts } from './formContexts.js';
import { formSelector } from './formSelector.js';
import { collectionWhileVisited, whileVisited } from '../whileVisited.js';

const levels: ReadonlySet<string> = new Set<FormNotification['level']>(['ERROR', 'WARNING', 'INFO']);

/** `formContext.ui`: how the form stands. */
export function uiContext(contexts: FormContexts): object {
  const { model } = contexts;
  const { load } = model.handlers;
  return whileVisited(model.visit, 'formContext.ui', {
    setFormNotification(message: string, level: FormNotification['level'], uniqueId: string) {
      return levels.has(level) && model.setNotification({ id: uniqueId, level, message });
    },
    clearFormNotification: (uniqueId: string) => model.clearNotification(uniqueId),
    getFormType: () => model.formType.value,
    close: () => void model.close(),
    /** Each bar of the page asks its rules again: those of subgrids too, whatever `refreshAll` says. */
    refreshRibbon() {
      model.ribbonRefreshes.value += 1;
    },
    addOnLoad: (handler: Handler) => void load.add(handler),
    removeOnLoad: (handler: Handler) => void load.delete(handler),
    tabs: collectionWhileVisited(
      model.visit,
      'formContext.ui.tabs',
      () => model.tabs.map(contexts.tab),
      (tab) => (tab as { readonly getName: () => string }).getName(),
    ),
    controls: controlCollection(contexts),
    quickForms: quickFormCollection(contexts),
    formSelector: formSelector(contexts),
    process: failClosed('formContext.ui.process', {}),
  });
}
