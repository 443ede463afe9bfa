import { useCallback, useRef } from 'preact/hooks';
import type { Host } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import type { CommandBarModel } from '../commandBarModel.js';
import { barNames } from '../commandSource.js';
import { CommandButton, stopsOf } from './CommandButton.js';
import { MenuButton } from './MenuButton.js';
import { keyOf, useFit } from './useFit.js';
import { useRovingFocus } from './useRovingFocus.js';

interface CommandBarProps {
  readonly host: Host;
  readonly bar: CommandBarModel;
  /** The small bar over a subgrid. */
  readonly compact?: boolean;
}

const OVERFLOW = 'OverflowButton';

/**
 * A command bar: the commands that fit, the others behind “More commands”. Arrow keys, Home and End move within it, Tab
 * leaves it.
 */
export function CommandBar({ host, bar, compact = false }: CommandBarProps) {
  const list = useRef<HTMLUListElement>(null);
  const items = bar.items.value;
  const count = useFit(list, items);
  const shown = items.slice(0, count);
  const hidden = items.slice(count);
  const openOverflow = useCallback(() => Promise.resolve(hidden), [hidden.map(keyOf).join()]);
  const isOverflowing = hidden.length > 0;
  const focus = useRovingFocus(list, [...shown.flatMap(stopsOf), ...(isOverflowing ? [OVERFLOW] : [])]);
  const table = host.definition.tables[bar.table]?.label ?? bar.table;
  return (
    <div
      class={compact ? 'command-bar command-bar-compact' : 'command-bar'}
      data-id="CommandBar"
      aria-busy={bar.isEvaluating.value}
    >
      {items.length > 0 && (
        <ul
          ref={list}
          class="command-list"
          role="menubar"
          aria-label={host.text('commands.bar', table)}
          data-lp-id={`commandbar-${barNames[bar.place]}:${bar.table}`}
          onKeyDown={focus.onKeyDown}
          onFocusIn={focus.onFocusIn}
          onFocusOut={focus.onFocusOut}
        >
          {shown.map((item) => (
            <li key={keyOf(item)} data-key={keyOf(item)} class="command" role="none">
              <CommandButton host={host} item={item} tabIndexOf={focus.tabIndexOf} />
            </li>
          ))}
          {isOverflowing && (
            <li class="command" role="none">
              <MenuButton
                host={host}
                dataId={OVERFLOW}
                menuId="OverflowFlyout"
                label={host.text('commands.more', table)}
                class="command-overflow"
                tabIndex={focus.tabIndexOf(OVERFLOW)}
                open={openOverflow}
                isOverflow
              >
                <Icon name="more" />
              </MenuButton>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
