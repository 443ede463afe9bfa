import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Host } from '../../host/host.js';
import type { CommandItem } from '../commandBarModel.js';
import { MenuEntry } from './MenuEntry.js';

export interface FlyoutMenuProps {
  readonly host: Host;
  readonly dataId: string;
  readonly label: string;
  /** Asks for the entries: now, and again when it is another function. */
  readonly open: () => Promise<readonly CommandItem[]>;
  /** Its entries are buttons of the bar that found no room. */
  readonly isOverflow?: boolean;
  /** Closes the flyout, the focus is back on its button. */
  readonly onLeave: () => void;
}

/** The entries of a flyout, once they are known. */
export function FlyoutMenu({ host, dataId, label, open, isOverflow = false, onLeave }: FlyoutMenuProps) {
  const list = useRef<HTMLUListElement>(null);
  const items = useSignal<readonly CommandItem[] | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    void open().then((found) => {
      if (isShown) items.value = found;
    });
    return () => {
      isShown = false;
    };
  }, [open]);
  useLayoutEffect(() => {
    const entry = list.current?.querySelector<HTMLElement>('[role=menuitem]');
    if (!list.current?.contains(document.activeElement)) entry?.focus();
  }, [items.value]);
  return (
    <ul ref={list} class="command-menu" role="menu" aria-label={label} data-id={dataId}>
      {items.value === undefined && <Message text={host.text('commands.loading')} />}
      {items.value?.length === 0 && <Message text={host.text('commands.empty')} />}
      {items.value?.map((item) => (
        <MenuEntry
          key={item.id}
          host={host}
          item={item}
          isOverflow={isOverflow}
          onLeave={onLeave}
          drawMenu={(menu) => <FlyoutMenu host={host} {...menu} onLeave={onLeave} />}
        />
      ))}
    </ul>
  );
}

/** What stands in the place of entries. It can have the focus, so that it is read. */
function Message({ text }: { readonly text: string }) {
  return (
    <li class="command-entry command-message" role="menuitem" aria-disabled="true" tabIndex={-1}>
      {text}
    </li>
  );
}
