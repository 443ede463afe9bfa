import { effect, untracked } from '@preact/signals-core';
import type { GridModel } from '../../grid/model/gridModel.js';

/** OnLoad of a grid: its rows have been read. */
export type LoadHandler = (context: unknown) => unknown;

/** By list, whichever of its contexts a script used: how to stop each handler. */
const running = new WeakMap<GridModel, Map<LoadHandler, () => void>>();

/**
 * Calls a handler whenever the rows of a list have been read, and for nothing else: what it reads of the page does not make
 * it depend on that.
 * @param onError told of what it throws; the list and the other handlers go on
 */
export function addLoadHandler(
  model: GridModel,
  handler: LoadHandler,
  context: () => unknown,
  onError: (error: unknown) => void,
): void {
  const handlers = running.get(model) ?? new Map<LoadHandler, () => void>();
  running.set(model, handlers);
  if (handlers.has(handler)) return;
  const before = model.rows.peek();
  const stop = effect(() => {
    // Each reading makes a new list; the one that was there when the handler came is not its.
    if (model.rows.value !== before && !model.visit.isOver())
      untracked(() => call(handler, context, onError));
  });
  handlers.set(handler, stop);
}

function call(handler: LoadHandler, context: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(handler(context())).catch(onError);
  } catch (error) {
    onError(error);
  }
}

/** Stops calling a handler. */
export function removeLoadHandler(model: GridModel, handler: LoadHandler): void {
  const handlers = running.get(model);
  handlers?.get(handler)?.();
  handlers?.delete(handler);
}
