import { useEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Closes what has popped up when the user presses Escape, clicks elsewhere or moves the focus out of `root`. After
 * Escape the focus is back on the button that opened it: the first one in `root`.
 */
export function useDismiss(isOpen: boolean, close: () => void, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isOpen) return;
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && root.current?.contains(target) === true;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
      root.current?.querySelector('button')?.focus();
    };
    const left = (event: Event) => {
      if (!isInside(event.target)) close();
    };
    document.addEventListener('keydown', pressed, true);
    document.addEventListener('pointerdown', left, true);
    document.addEventListener('focusin', left, true);
    return () => {
      document.removeEventListener('keydown', pressed, true);
      document.removeEventListener('pointerdown', left, true);
      document.removeEventListener('focusin', left, true);
    };
  }, [isOpen]);
}
