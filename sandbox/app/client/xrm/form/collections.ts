import type { AttributeModel, ControlModel } from '../../form/model/formModel.js';
import type { ItemCollection } from '../itemCollection.js';
import type { FormContexts } from './formContexts.js';
import { collectionWhileVisited } from '../whileVisited.js';

/** Every attribute has a name. */
interface Named {
  readonly getName?: () => string;
}
const nameOf = (context: object) => (context as Named).getName?.();

/** All attributes of the form. */
export function attributeCollection(contexts: FormContexts): ItemCollection<object> {
  const { model } = contexts;
  const read = (): readonly AttributeModel[] => [...model.attributes.values()];
  return collectionWhileVisited(model.visit, 'attributes', () => read().map(contexts.attribute), nameOf);
}

/** The quick view forms of the form (client API reference, "formContext.ui.quickForms"). */
export function quickFormCollection(contexts: FormContexts): ItemCollection<object> {
  const { model } = contexts;
  const read = () => [...model.controls.values()].filter(({ quickView }) => quickView !== undefined);
  return collectionWhileVisited(
    model.visit,
    'formContext.ui.quickForms',
    () => read().map(contexts.control),
    nameOf,
  );
}

/** Controls: all of the form, of a section, or of an attribute. */
export function controlCollection(
  contexts: FormContexts,
  read: () => readonly ControlModel[] = () => [...contexts.model.controls.values()],
): ItemCollection<object> {
  return collectionWhileVisited(contexts.model.visit, 'controls', () => read().map(contexts.control), nameOf);
}
