import type { FormModel } from '../../form/model/formModel.js';
import type { Host } from '../../host/host.js';
import { attributeContext } from './attributeContext.js';
import { attributeCollection, controlCollection } from './collections.js';
import { controlContext } from './controlContext.js';
import { dataContext } from './dataContext.js';
import { entityContext } from './entityContext.js';
import type { FormContexts } from './formContexts.js';
import { sectionContext } from './sectionContext.js';
import { tabContext } from './tabContext.js';
import { uiContext } from './uiContext.js';
import { whileVisited } from '../whileVisited.js';

/** One per open form: a script that keeps a context finds the same object in the next event. */
const contexts = new WeakMap<FormModel, FormContext>();

/** What scripts get of a form, and what the Xrm part needs of it. */
interface FormContext {
  readonly parts: FormContexts;
  readonly formContext: object;
}

/** `formContext` of an open form: see the client API reference, "formContext". */
export function createFormContext(host: Host, model: FormModel): object {
  return contextOf(host, model).formContext;
}

/** The same form's attributes, controls and tabs: what an event happened on. */
export function formContexts(host: Host, model: FormModel): FormContexts {
  return contextOf(host, model).parts;
}

function contextOf(host: Host, model: FormModel): FormContext {
  const known = contexts.get(model);
  if (known) return known;
  const parts = createContexts(host, model);
  const attributes = attributeCollection(parts);
  const controls = controlCollection(parts);
  const formContext = whileVisited(model.visit, 'formContext', {
    data: dataContext(parts),
    ui: parts.ui(),
    getAttribute: attributes.get,
    getControl: controls.get,
  });
  const created = { parts, formContext };
  contexts.set(model, created);
  return created;
}

function createContexts(host: Host, model: FormModel): FormContexts {
  const parts: FormContexts = {
    host,
    model,
    attribute: once((attribute) => attributeContext(parts, attribute)),
    control: once((control) => controlContext(parts, control)),
    tab: once((tab) => tabContext(parts, tab)),
    section: once((section) => sectionContext(parts, section)),
    entity: () => entity(model),
    ui: () => ui(model),
    form: () => createFormContext(host, model),
    quick: (quick) => formContexts(host, quick),
  };
  const entity = once(() => entityContext(parts));
  const ui = once(() => uiContext(parts));
  return parts;
}

/** Makes an object for each model once. */
function once<Model extends object>(make: (model: Model) => object): (model: Model) => object {
  const made = new WeakMap<Model, object>();
  return (model) => {
    const context = made.get(model) ?? make(model);
    made.set(model, context);
    return context;
  };
}
