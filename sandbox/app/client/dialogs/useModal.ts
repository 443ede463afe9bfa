import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusMain } from '../page/focusMain.js';

/**
 * Shows a `<dialog>` as a modal for as long as it is rendered: the page behind it is inert, the focus goes in and comes
 * back to where it was, or to the page when that place is gone.
 * @param onCancel Escape was pressed; the dialog stays until it is no longer rendered
 */
export function useModal(onCancel: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancelled = useRef(onCancel);
  cancelled.current = onCancel;
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showModal();
    // Escape is taken here, since a browser lets a page refuse the cancel event only once.
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      cancelled.current();
    };
    const cancel = (event: Event) => {
      if (event.target !== element) return;
      event.preventDefault();
      cancelled.current();
    };
    element.addEventListener('keydown', pressed);
    element.addEventListener('cancel', cancel);
    return () => {
      element.removeEventListener('keydown', pressed);
      element.removeEventListener('cancel', cancel);
      element.close();
      giveFocusBack(before);
    };
  }, []);
  return dialog;
}

/** A command may have taken its own button away; the next task is when the page has been drawn again. */
function giveFocusBack(before: Element | null): void {
  setTimeout(() => {
    if (document.querySelector('dialog:modal') !== null) return;
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    if (document.activeElement === document.body) focusMain();
  });
}
