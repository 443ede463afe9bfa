import type { Host } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import type { CommandItem } from '../commandBarModel.js';
import { CommandIcon } from './CommandIcon.js';
import { MenuButton } from './MenuButton.js';
import { tooltip } from './tooltip.js';
import { STOP } from './useRovingFocus.js';

interface CommandButtonProps {
  readonly host: Host;
  readonly item: CommandItem;
  /** By the `data-id` of a button. */
  readonly tabIndexOf: (dataId: string) => 0 | -1;
}

/** A command in the bar: a button, a flyout, or a split button, which is both side by side. */
export function CommandButton({ host, item, tabIndexOf }: CommandButtonProps) {
  const { dataId, label, menu, run } = item;
  const content = (
    <>
      <CommandIcon icon={item.icon} />
      <span class="command-label">{label}</span>
    </>
  );
  if (menu !== undefined && run === undefined) {
    return (
      <MenuButton
        host={host}
        dataId={dataId}
        menuId={`${dataId}.Menu`}
        label={label}
        tooltip={tooltip(item)}
        tabIndex={tabIndexOf(dataId)}
        open={menu.open}
      >
        {content}
        <Chevron />
      </MenuButton>
    );
  }
  return (
    <>
      <button
        type="button"
        role="menuitem"
        class={STOP}
        data-id={dataId}
        aria-label={label}
        title={tooltip(item)}
        tabIndex={tabIndexOf(dataId)}
        onClick={() => void run?.()}
      >
        {content}
      </button>
      {menu !== undefined && (
        <MenuButton
          host={host}
          dataId={moreId(dataId)}
          menuId={`${dataId}.Menu`}
          label={host.text('commands.moreOptions', label)}
          class="command-split"
          tabIndex={tabIndexOf(moreId(dataId))}
          open={menu.open}
        >
          <Chevron />
        </MenuButton>
      )}
    </>
  );
}

/** The `data-id` of each button that an item takes, from left to right. */
export function stopsOf({ dataId, menu, run }: CommandItem): readonly string[] {
  return menu !== undefined && run !== undefined ? [dataId, moreId(dataId)] : [dataId];
}

const moreId = (dataId: string) => `${dataId}.More`;

function Chevron() {
  return (
    <span class="command-chevron">
      <Icon name="chevronDown" />
    </span>
  );
}
