import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextEntry } from '../../../popup/menuKeys.js';
import { useFormSurface } from '../formSurface.js';
import { Popup } from '../../../popup/Popup.js';
import { TableIcon } from '../../../icons/TableIcon.js';
import type { RelatedTable } from './relatedTables.js';

interface RelatedMenuProps {
  /** The tab that opened it; Escape gives the focus back to it. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly related: readonly RelatedTable[];
  readonly onClose: () => void;
  readonly onSelect: (related: RelatedTable) => void;
}

/** The tables whose rows point to the form's row. */
export function RelatedMenu({ anchor, related, onClose, onSelect }: RelatedMenuProps) {
  const { host } = useFormSurface();
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useLayoutEffect(() => {
    entries()[0]?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      anchor.current?.focus();
      return;
    }
    const items = entries();
    const next = nextEntry(
      event.key,
      items.indexOf(document.activeElement as HTMLElement),
      items.map(({ textContent }) => textContent),
    );
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <Popup anchor={anchor} class="popup-menu" onClose={onClose}>
      <div
        ref={menu}
        role="menu"
        class="menu-list"
        aria-label={host.text('form.related')}
        onKeyDown={onKeyDown}
      >
        {related.map((entry) => (
          <button
            key={entry.relationship.schemaName}
            type="button"
            role="menuitem"
            class="menu-entry"
            tabIndex={-1}
            onClick={() => {
              onSelect(entry);
            }}
          >
            <TableIcon host={host} table={entry.table.logicalName} />
            {entry.label}
          </button>
        ))}
      </div>
    </Popup>
  );
}
