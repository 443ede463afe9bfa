import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { nextEntry } from './menuKeys.js';
import { useDismiss } from './useDismiss.js';

/** What a choice menu offers. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface ChoiceMenuProps {
  readonly id?: string;
  /** What the button is called, when that is more than its text. */
  readonly label?: string;
  readonly menuLabel: string;
  readonly class: string;
  readonly choices: readonly Choice[];
  /** Id of the current choice: it is checked. */
  readonly current: string;
  readonly onChoose: (id: string) => void;
  readonly children: ComponentChildren;
}

/** A button that opens a menu of choices, one of them checked. Arrow keys, Home, End, letters and Escape work. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const close = () => {
    isOpen.value = false;
  };
  useDismiss(isOpen.value, close, root);
  useLayoutEffect(() => {
    if (!isOpen.value) return;
    const entries = entriesOf(list.current);
    (entries.find((entry) => entry.ariaChecked === 'true') ?? entries[0])?.focus();
  }, [isOpen.value]);
  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        id={props.id}
        class={props.class}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? menuId : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          isOpen.value = true;
        }}
      >
        {props.children}
      </button>
      {isOpen.value && (
        <div
          class="menu"
          role="menu"
          id={menuId}
          aria-label={props.menuLabel}
          ref={list}
          onKeyDown={(event) => moveFocus(event, list.current, close)}
        >
          {props.choices.map((choice) => (
            <button
              type="button"
              key={choice.id}
              class="menu-item"
              role="menuitemradio"
              aria-checked={choice.id === props.current}
              tabIndex={-1}
              onClick={() => {
                close();
                root.current?.querySelector('button')?.focus();
                props.onChoose(choice.id);
              }}
            >
              <span class="menu-check">{choice.id === props.current && <Icon name="check" />}</span>
              <span class="menu-label">{choice.label}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const entriesOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? []),
];

function moveFocus(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  if (event.key === 'Tab') return close();
  const entries = entriesOf(list);
  const current = entries.findIndex((entry) => entry === document.activeElement);
  const next = nextEntry(
    event.key,
    current,
    entries.map((entry) => entry.textContent),
  );
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  entries[next]?.focus();
}
