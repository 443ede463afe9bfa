import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { useId, useLayoutEffect } from 'preact/hooks';
import { nextEntry } from './menuKeys.js';

/** The state of a list of options under a combobox, whose focus stays on the combobox (WAI-ARIA, "Combobox"). */
export interface Listbox {
  readonly isOpen: Signal<boolean>;
  /** Index of the option that Enter takes; -1 for none. */
  readonly active: Signal<number>;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly open: (active?: number) => void;
  readonly close: () => void;
  /** What the combobox's element has to say of the list. */
  readonly attributes: () => {
    readonly role: 'combobox';
    readonly 'aria-haspopup': 'listbox';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly 'aria-activedescendant': string | undefined;
  };
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface ListboxOptions {
  readonly labels: () => readonly string[];
  readonly choose: (index: number) => void;
  /** What to open with: the option that is chosen. */
  readonly chosen?: () => number;
  /** A text box: letters, space, Home and End belong to the text. */
  readonly isEditable?: boolean;
}

/** The keys and the announced state of a combobox: arrows, Home, End, letters, Enter, Escape, Alt+arrows. */
export function useListbox(options: ListboxOptions): Listbox {
  const isOpen = useSignal(false);
  const active = useSignal(-1);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${String(index)}`;
  const close = () => {
    isOpen.value = false;
    active.value = -1;
  };
  const open = (first = options.chosen?.() ?? -1) => {
    active.value = first;
    isOpen.value = true;
  };
  useLayoutEffect(() => {
    if (active.value >= 0)
      document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [isOpen.value, active.value]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    if (!isOpen.value) {
      if (opensList(event, options.isEditable === true)) {
        event.preventDefault();
        open();
      }
      return;
    }
    if (event.key === 'Tab') close();
    else if (event.key === 'Escape' || (event.altKey && event.key === 'ArrowUp')) takeKey(event, close);
    else if (event.key === 'Enter' || (event.key === ' ' && options.isEditable !== true))
      takeKey(event, () => {
        if (active.value >= 0) options.choose(active.value);
      });
    else move(event);
  }

  function move(event: KeyboardEvent): void {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (options.isEditable === true && !isArrow) return;
    const start = active.value < 0 && event.key === 'ArrowUp' ? 0 : active.value;
    const next = nextEntry(event.key, start, options.labels());
    if (next !== undefined)
      takeKey(event, () => {
        active.value = next;
      });
  }

  const attributes = () =>
    ({
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': isOpen.value,
      'aria-controls': isOpen.value ? listId : undefined,
      'aria-activedescendant': isOpen.value && active.value >= 0 ? optionId(active.value) : undefined,
    }) as const;

  return { isOpen, active, listId, optionId, open, close, attributes, onKeyDown };
}

function opensList(event: KeyboardEvent, isEditable: boolean): boolean {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return true;
  return !isEditable && (event.key === 'Enter' || event.key === ' ');
}

/** The dialog around the field must not see a key that was meant for the list. */
function takeKey(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}
