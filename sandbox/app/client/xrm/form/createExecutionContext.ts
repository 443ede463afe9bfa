import type { FormModel } from '../../form/model/formModel.js';
import type { HandlerCall, Occurrence } from '../../form/model/occurrence.js';
import type { Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import { globalContext } from '../utility/globalContext.js';
import { createFormContext, formContexts } from './createFormContext.js';
import { eventArguments } from './eventArguments.js';
import type { FormContexts } from './formContexts.js';

/** What a handler is called with: the form, what happened, and on what ("Execution context"). */
export function createExecutionContext(host: Host, model: FormModel, call: HandlerCall): object {
  const { occurrence, depth, variables } = call;
  const args = eventArguments(model, occurrence);
  return failClosed('executionContext', {
    getFormContext: () => createFormContext(host, model),
    getEventSource: () => eventSource(formContexts(host, model), occurrence),
    getEventArgs: () => args,
    getDepth: () => depth,
    getSharedVariable: (key: string) => variables.get(key) ?? null,
    setSharedVariable: (key: string, value: unknown) => void variables.set(key, value),
    getContext: () => globalContext(host),
  });
}

function eventSource(contexts: FormContexts, occurrence: Occurrence): object {
  switch (occurrence.kind) {
    case 'change':
      return contexts.attribute(occurrence.attribute);
    case 'preSearch':
      return contexts.control(occurrence.control);
    default:
      return contexts.entity();
  }
}
