import type { Host } from '../../host/host.js';
import type { FormScope } from './formScope.js';
import type { HandlerCall } from './occurrence.js';
import { messageOf } from '../../host/messageOf.js';

/**
 * How a form runs handlers: in their order, each with a context of its own, none waiting for a promise of the one before
 * (the app's settings for async handlers are off). What one throws or rejects with is shown; the others still run.
 */
export function runHandlers(host: Host, contextOf: (call: HandlerCall) => unknown): FormScope['run'] {
  const show = (error: unknown) => void host.dialogs.error(scriptError(host, error));
  return (handlers, occurrence) => {
    const variables = new Map<string, unknown>();
    let failed = false;
    [...handlers].forEach((handler, depth) => {
      try {
        Promise.resolve(handler(contextOf({ occurrence, depth, variables }))).catch(show);
      } catch (error) {
        failed = true;
        show(error);
      }
    });
    return failed;
  };
}

/** The error dialog for a script that failed. */
export function scriptError(
  host: Host,
  error: unknown,
): { readonly message: string; readonly details: string } {
  const message = messageOf(error);
  return {
    message: host.text('model.scriptError', message),
    details: error instanceof Error ? (error.stack ?? message) : message,
  };
}
