import type { FormModel, Handler, SaveMode } from '../../form/model/formModel.js';
import { SaveError } from '../../form/model/saveError.js';
import { isValid } from '../../form/model/validation.js';
import type { Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import type { FormContexts } from './formContexts.js';
import { collectionWhileVisited, whileVisited } from '../whileVisited.js';
import { messageOf } from '../../host/messageOf.js';

const saveModes: ReadonlySet<number> = new Set<SaveMode>([1, 2, 5, 6, 59, 70]);

/** `formContext.data`: what is on the form. */
export function dataContext(contexts: FormContexts): object {
  const { host, model } = contexts;
  const { dataLoad } = model.handlers;
  const mortal = whileVisited(model.visit, 'formContext.data', {
    entity: contexts.entity(),
    // Parameters that a form declares: none of the forms the app opens has any.
    attributes: collectionWhileVisited(model.visit, 'formContext.data.attributes', () => []),
    process: failClosed('formContext.data.process', {}),
    getIsDirty: () => model.isDirty.value,
    isValid: () => isValid(model),
    addOnLoad: (handler: Handler) => void dataLoad.add(handler),
    removeOnLoad: (handler: Handler) => void dataLoad.delete(handler),
  });
  // What gives a promise does not give null once the user has gone: the promise rejects.
  return failClosed('formContext.data', {
    ...mortal,
    save: (options: { readonly saveMode?: number } = {}) =>
      answer(host, model, () => model.save({ mode: readMode(options.saveMode) })),
    refresh: (save = false) =>
      answer(host, model, async () => {
        await model.refresh(save);
        if (model.loadError.value !== undefined) throw new Error(model.loadError.value);
      }),
  });
}

/** Rejects with `{errorCode, message}`, as the real client does. */
async function answer(host: Host, model: FormModel, run: () => Promise<void>): Promise<void> {
  try {
    if (model.visit.isOver()) throw new SaveError(host.text('model.left'), 'over');
    await run();
  } catch (error) {
    // A plain object, no Error: scripts rely on it.
    throw {
      errorCode: error instanceof SaveError ? error.errorCode : 0,
      message: messageOf(error),
    };
  }
}

/** @throws Error for a save mode that belongs to other kinds of rows */
function readMode(mode: number | undefined): SaveMode {
  if (mode === undefined) return 1;
  if (!saveModes.has(mode)) throw new Error(`not emulated: save mode ${mode}`);
  return mode as SaveMode;
}
