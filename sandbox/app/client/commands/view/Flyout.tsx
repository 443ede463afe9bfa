import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { Popup } from '../../popup/Popup.js';
import { nextEntry } from '../../popup/menuKeys.js';

interface FlyoutProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * What unfolds below a button of the bar, one at a time on the page. Arrow keys, Home, End and letters lead through the
 * entries of its menu and of the menus that are open within; Enter and Space choose, Tab leaves.
 */
export function Flyout({ anchor, onClose, children }: FlyoutProps) {
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return onClose();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entries = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const current = entries.findIndex((entry) => entry === document.activeElement);
    const next = nextEntry(
      event.key,
      current,
      entries.map((entry) => entry.textContent),
    );
    const chooses = (event.key === 'Enter' || event.key === ' ') && current >= 0;
    if (next === undefined && !chooses) return;
    event.preventDefault();
    event.stopPropagation();
    if (chooses) entries[current]?.click();
    else if (next !== undefined) entries[next]?.focus();
  };
  return (
    <Popup anchor={anchor} class="command-flyout" onClose={onClose}>
      <div id="__flyoutRootNode" ref={root} onKeyDown={onKeyDown}>
        {children}
      </div>
    </Popup>
  );
}
