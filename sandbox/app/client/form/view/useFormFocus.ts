import { effect, untracked } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FormModel } from '../model/formModel.js';

const focusable = 'input:not([tabindex="-1"]), textarea, button:not([tabindex="-1"]), [tabindex="0"]';

/**
 * Moves the focus in a form: into the first field of a new row, and to a control whenever the model asks for it (it has
 * shown the control's tab by then).
 *
 * @param reveal puts away what covers the tabs
 */
export function useFormFocus(
  model: FormModel,
  root: RefObject<HTMLElement | null>,
  reveal: () => void,
): void {
  useEffect(() => {
    const isAsked = [...model.controls.values()].some(({ focusRequests }) => focusRequests.value > 0);
    if (model.formType.value === 1 && !isAsked)
      onceDrawn(() => {
        // Who is in a field already and types must not find the rest of the word in another one.
        if (root.current?.contains(document.activeElement) === true) return;
        focusFirst(root.current, '.field:not(.field-read-only)');
      });
    const stops = [...model.controls].map(([id, { focusRequests }]) =>
      effect(() => {
        if (focusRequests.value === 0) return;
        untracked(reveal);
        onceDrawn(() => {
          focusFirst(root.current, `[data-control-name="${CSS.escape(id)}"]`);
        });
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [model]);
}

/** After the frame that shows what the signals said. */
function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function focusFirst(root: HTMLElement | null, place: string): void {
  const found = [...(root?.querySelectorAll(place) ?? [])].flatMap((element) => [
    ...element.querySelectorAll<HTMLElement>(focusable),
  ]);
  found[0]?.focus();
}
