import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Visit } from '../host/host.js';

/**
 * Moves the focus to the page whenever another one is shown, so that the keyboard and a screen reader go on there; not
 * on the first page, and not when the page has taken the focus itself.
 */
export function useRouteFocus(visit: Visit, main: RefObject<HTMLElement | null>): void {
  const shown = useRef(visit);
  useLayoutEffect(() => {
    if (shown.current === visit) return;
    shown.current = visit;
    const element = main.current;
    if (element === null || document.querySelector('dialog:modal') !== null) return;
    const active = document.activeElement;
    if (active !== element && element.contains(active)) return;
    element.focus({ preventScroll: true });
    element.scrollTo({ top: 0 });
  }, [visit]);
}
