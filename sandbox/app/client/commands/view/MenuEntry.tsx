import type { ComponentChild, ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import type { Host } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import type { CommandItem } from '../commandBarModel.js';
import { CommandIcon } from './CommandIcon.js';
import { tooltip } from './tooltip.js';

/** The menu that an entry unfolds. */
export interface EntryMenu {
  readonly dataId: string;
  readonly label: string;
  readonly open: () => Promise<readonly CommandItem[]>;
}

interface MenuEntryProps {
  readonly host: Host;
  readonly item: CommandItem;
  readonly isOverflow: boolean;
  readonly onLeave: () => void;
  /** Draws a menu within the menu. */
  readonly drawMenu: (menu: EntryMenu) => ComponentChild;
}

/**
 * A command in a menu. In flyouts it is an item of the list, as in the real app; in the overflow menu it is the same
 * button as in the bar. One with a menu of its own unfolds it in its place.
 */
export function MenuEntry({ host, item, isOverflow, onLeave, drawMenu }: MenuEntryProps) {
  const { run, menu } = item;
  const choose = () => {
    onLeave();
    void run?.();
  };
  const content = (
    <>
      <CommandIcon icon={item.icon} />
      <span class="command-label">{item.label}</span>
    </>
  );
  const attributes = {
    role: 'menuitem',
    class: 'command-entry',
    'data-id': item.dataId,
    'aria-label': item.label,
    title: tooltip(item),
    tabIndex: -1,
    onClick: choose,
  } as const;
  return (
    <>
      {run !== undefined &&
        (isOverflow ? (
          <li role="none">
            <button type="button" {...attributes}>
              {content}
            </button>
          </li>
        ) : (
          <li {...attributes}>{content}</li>
        ))}
      {menu !== undefined && (
        <Submenu host={host} item={item} open={menu.open} drawMenu={drawMenu}>
          {run === undefined ? content : host.text('commands.moreOptions', item.label)}
        </Submenu>
      )}
    </>
  );
}

interface SubmenuProps extends Pick<MenuEntryProps, 'host' | 'item' | 'drawMenu'> {
  readonly open: () => Promise<readonly CommandItem[]>;
  readonly children: ComponentChildren;
}

function Submenu({ host, item, open, drawMenu, children }: SubmenuProps) {
  const isOpen = useSignal(false);
  const label = item.run === undefined ? item.label : host.text('commands.moreOptions', item.label);
  return (
    <li role="none">
      <button
        type="button"
        role="menuitem"
        class="command-entry"
        data-id={item.run === undefined ? item.dataId : `${item.dataId}.More`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        tabIndex={-1}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {children}
        <span class="command-chevron">
          <Icon name="chevronDown" />
        </span>
      </button>
      {isOpen.value && drawMenu({ dataId: `${item.dataId}.Menu`, label, open })}
    </li>
  );
}
