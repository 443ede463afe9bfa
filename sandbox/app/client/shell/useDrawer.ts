import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** On narrow screens the site map is a drawer over the page. */
export interface Drawer {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/**
 * The drawer's state. Opening it moves the focus in, Escape closes it and gives the focus back to its button; a window
 * that becomes wide has no drawer.
 */
export function useDrawer(): Drawer {
  const isOpen = useSignal(false);
  const close = () => {
    isOpen.value = false;
  };
  useEffect(() => {
    if (!isOpen.value) return;
    document.querySelector<HTMLElement>('#siteMapEntries a')?.focus();
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      close();
      document.querySelector<HTMLElement>('.drawer-button')?.focus();
    };
    const wide = window.matchMedia('(min-width: 641px)');
    document.addEventListener('keydown', pressed);
    wide.addEventListener('change', close);
    return () => {
      document.removeEventListener('keydown', pressed);
      wide.removeEventListener('change', close);
    };
  }, [isOpen.value]);
  return {
    isOpen: isOpen.value,
    toggle: () => {
      isOpen.value = !isOpen.value;
    },
    close,
  };
}
