import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import type { Host } from '../../host/host.js';
import { useDismiss } from '../../popup/useDismiss.js';
import { Flyout } from './Flyout.js';
import { FlyoutMenu, type FlyoutMenuProps } from './FlyoutMenu.js';
import { STOP } from './useRovingFocus.js';

interface MenuButtonProps extends Pick<FlyoutMenuProps, 'open' | 'isOverflow'> {
  readonly host: Host;
  readonly dataId: string;
  /** `data-id` of the menu. */
  readonly menuId: string;
  readonly label: string;
  readonly tooltip?: string;
  readonly class?: string;
  readonly tabIndex: 0 | -1;
  readonly children: ComponentChildren;
}

/** A button of the bar that opens a flyout below itself. Arrow down opens it too. */
export function MenuButton({ host, dataId, menuId, label, open, isOverflow, ...props }: MenuButtonProps) {
  const root = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  const close = useCallback(() => {
    isOpen.value = false;
  }, []);
  const leave = () => {
    close();
    root.current?.querySelector('button')?.focus();
  };
  useDismiss(isOpen.value, close, root);
  return (
    <div class="command-anchor" ref={root}>
      <button
        type="button"
        role="menuitem"
        class={props.class === undefined ? STOP : `${STOP} ${props.class}`}
        data-id={dataId}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        title={props.tooltip ?? label}
        tabIndex={props.tabIndex}
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
        <Flyout anchor={root} onClose={close}>
          <FlyoutMenu
            host={host}
            dataId={menuId}
            label={label}
            open={open}
            isOverflow={isOverflow ?? false}
            onLeave={leave}
          />
        </Flyout>
      )}
    </div>
  );
}
