import type { FormDefinition } from '../../../definition/form/formDefinition.js';
import type { FormContexts } from './formContexts.js';
import { collectionWhileVisited, whileVisited } from '../whileVisited.js';

/** `formContext.ui.formSelector`: the forms of the same type that the table has. */
export function formSelector(contexts: FormContexts): object {
  const { model } = contexts;
  const read = () =>
    model.table.forms.filter(({ type }) => type === model.form.type).map((form) => formItem(contexts, form));
  return whileVisited(model.visit, 'formContext.ui.formSelector', {
    items: collectionWhileVisited(model.visit, 'formContext.ui.formSelector.items', read, (item) =>
      (item as { readonly getId: () => string }).getId(),
    ),
    getCurrentItem: () => formItem(contexts, model.form),
  });
}

function formItem({ host, model }: FormContexts, form: FormDefinition): object {
  return whileVisited(model.visit, 'a form item', {
    getId: () => form.id,
    getLabel: () => form.name,
    getVisible: () => true,
    navigate() {
      const id = model.id.value;
      void host.navigation.open({
        pageType: 'entityrecord',
        table: model.table.logicalName,
        formId: form.id,
        ...(id === undefined ? {} : { id }),
      });
    },
  });
}
