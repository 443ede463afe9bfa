import type { FormDefinition } from '../../../definition/form/formDefinition.js';
import type { Handler } from './formModel.js';
import type { FormRow } from './formRow.js';
import type { FormScope } from './formScope.js';
import type { OpenControl } from './createControl.js';
import type { DataLoadState } from './occurrence.js';
import { errorOptions } from './errorOptions.js';
import { scriptError } from './runHandlers.js';
import { bringUpSubgrids } from './formSubgrids.js';

export interface LoadingParts {
  readonly scope: FormScope;
  readonly form: FormDefinition;
  readonly row: FormRow;
  readonly controls: ReadonlyMap<string, OpenControl>;
  readonly handlers: { readonly load: Iterable<Handler>; readonly dataLoad: Iterable<Handler> };
}

/**
 * Opens a form in the real app's order: scripts, data, the form's OnLoad, the data's OnLoad. A script that cannot be
 * loaded is shown, and the form opens without it. Subgrids are there before the handlers, which add theirs to them, and
 * are still empty.
 */
export async function openForm(parts: LoadingParts): Promise<void> {
  const { scope, form, row, controls, handlers } = parts;
  await Promise.all([loadScripts(scope, form), row.read()]);
  if (row.loadError.value !== undefined || scope.visit.isOver()) return;
  bringUpSubgrids(scope, controls.values());
  scope.run(handlers.load, { kind: 'load', state: 1 });
  scope.run(handlers.dataLoad, { kind: 'dataLoad', state: 1 });
  refreshTimelines(parts);
}

/** After the row was read again: the data's OnLoad, then what hangs on the row. */
export function showRow(parts: LoadingParts, state: DataLoadState): void {
  const { scope, row, controls, handlers } = parts;
  if (row.loadError.value !== undefined || scope.visit.isOver()) return;
  scope.run(handlers.dataLoad, { kind: 'dataLoad', state });
  bringUpSubgrids(scope, controls.values());
  refreshTimelines(parts);
  for (const { quickView } of controls.values()) void quickView?.refresh();
}

function refreshTimelines({ scope, controls }: LoadingParts): void {
  for (const { timeline } of controls.values()) {
    timeline?.refresh().catch((error: unknown) => void scope.host.dialogs.error(errorOptions(error)));
  }
}

async function loadScripts({ host }: FormScope, form: FormDefinition): Promise<void> {
  // One after the other: a library may build on the one before it.
  for (const library of form.libraries) {
    await host.scripts.load(library).catch((error: unknown) => {
      void host.dialogs.error(scriptError(host, error));
    });
  }
}
