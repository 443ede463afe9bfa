import type { RefObject } from 'preact';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextStop } from './menubarKeys.js';

/** Class of the buttons that arrow keys lead through. */
export const STOP = 'command-button';

interface RovingFocus {
  /** 0 for the one button that Tab leads to, -1 for the others; by `data-id`. */
  readonly tabIndexOf: (dataId: string) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onFocusOut: (event: FocusEvent) => void;
}

/**
 * One tab stop for a whole bar; arrow keys move within. When the button that has the focus goes away (its command was
 * run and is hidden now), the focus moves to the first one instead of being lost.
 * @param dataIds of the buttons, from left to right
 */
export function useRovingFocus(list: RefObject<HTMLElement | null>, dataIds: readonly string[]): RovingFocus {
  const current = useSignal<string | undefined>(undefined);
  const hadFocus = useRef(false);
  const tabStop = dataIds.find((dataId) => dataId === current.value) ?? dataIds[0];
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>(`.${STOP}`) ?? [])];

  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body;
    if (!isLost) return;
    hadFocus.current = false;
    stops()[0]?.focus();
  }, [dataIds.join()]);

  return {
    tabIndexOf: (dataId) => (dataId === tabStop ? 0 : -1),
    onKeyDown(event) {
      const all = stops();
      const from = all.findIndex((stop) => stop === document.activeElement);
      const next = from < 0 ? undefined : nextStop(event.key, from, all.length);
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      all[next]?.focus();
    },
    onFocusIn(event) {
      const stop = event.target instanceof HTMLElement ? event.target.closest(`.${STOP}`) : null;
      hadFocus.current = true;
      if (stop !== null) current.value = stop.getAttribute('data-id') ?? undefined;
    },
    onFocusOut(event) {
      // A button that is taken away loses the focus to nothing; a user who leaves goes to another element.
      if (event.relatedTarget !== null) hadFocus.current = false;
    },
  };
}
