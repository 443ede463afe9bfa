import { createFormContext } from '../xrm/form/createFormContext.js';
import { createGridContext } from '../xrm/grid/createGridContext.js';
import type { Host } from '../host/host.js';
import { formOf, gridOf, type CommandSource } from './commandSource.js';

/** The objects that scripts get for `PrimaryControl` and `SelectedControl`; one of each for a bar's whole life. */
export interface CommandContexts {
  /** The form context; on a list, which has no form, the list's grid context. */
  primary(): unknown;
  /** The grid context; null on a form. */
  selected(): unknown;
}

/** Makes each context when a script first asks for it. */
export function createContexts(host: Host, source: CommandSource): CommandContexts {
  const form = formOf(source);
  const grid = gridOf(source);
  const selected = once(() => (grid === undefined ? null : createGridContext(host, grid)));
  return {
    primary: form === undefined ? selected : once(() => createFormContext(host, form)),
    selected,
  };
}

function once(make: () => unknown): () => unknown {
  let made: { readonly value: unknown } | undefined;
  return () => (made ??= { value: make() }).value;
}
