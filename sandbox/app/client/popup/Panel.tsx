import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { useDismiss } from './useDismiss.js';

interface PanelProps {
  readonly buttonClass: string;
  readonly buttonId: string;
  /** Of the button and of the panel. */
  readonly label: string;
  readonly button: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A button that unfolds a small panel below it; Escape, a click elsewhere and leaving it fold it again. */
export function Panel({ buttonClass, buttonId, label, button, children }: PanelProps) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const panelId = useId();
  useDismiss(
    isOpen.value,
    () => {
      isOpen.value = false;
    },
    root,
  );
  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        id={buttonId}
        class={buttonClass}
        aria-label={label}
        title={label}
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? panelId : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {button}
      </button>
      {isOpen.value && (
        <div class="panel" role="group" id={panelId} aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
