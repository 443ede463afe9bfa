import type { FormModel } from '../../form/model/formModel.js';
import type { Occurrence, SaveDecision } from '../../form/model/occurrence.js';
import type { SaveError } from '../../form/model/saveError.js';
import { failClosed } from '../failClosed.js';
import { lookupValue } from '../lookupValue.js';

/** `getEventArgs()`: null for events that have none. */
export function eventArguments(model: FormModel, occurrence: Occurrence): object | null {
  switch (occurrence.kind) {
    case 'load':
      return failClosed('load event arguments', {
        getDataLoadState: () => occurrence.state,
        disableAsyncTimeout: keepWaiting,
      });
    case 'dataLoad':
      return failClosed('data load event arguments', { getDataLoadState: () => occurrence.state });
    case 'save':
      return saveArguments(occurrence.decision);
    case 'postSave':
      return postSaveArguments(model, occurrence.error);
    default:
      return null;
  }
}

/** Handlers' promises are not waited for, so there is no time limit to lift. */
function keepWaiting(): void {
  return undefined;
}

function saveArguments(decision: SaveDecision): object {
  return failClosed('save event arguments', {
    getSaveMode: () => decision.mode,
    isDefaultPrevented: () => decision.isPrevented,
    preventDefault() {
      decision.isPrevented = true;
    },
    preventDefaultOnError() {
      decision.preventOnError = true;
    },
    disableAsyncTimeout: keepWaiting,
  });
}

function postSaveArguments({ id, title, table }: FormModel, error: SaveError | undefined): object {
  return failClosed('post-save event arguments', {
    getIsSaveSuccess: () => error === undefined,
    getSaveErrorInfo: () => (error ? { errorCode: error.errorCode, message: error.message } : null),
    getEntityReference: () =>
      id.value === undefined
        ? null
        : lookupValue({ id: id.value, name: title.value, table: table.logicalName }),
  });
}
