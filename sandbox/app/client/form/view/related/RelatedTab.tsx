import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { Icon } from '../../../icons/Icon.js';
import { useFormSurface } from '../formSurface.js';

interface RelatedTabProps {
  readonly element: RefObject<HTMLLIElement | null>;
  readonly id: string;
  /** Whether its menu is open. */
  readonly isOpen: Signal<boolean>;
}

/** The tab that opens the menu of related tables; what is chosen there becomes a tab. */
export function RelatedTab({ element, id, isOpen }: RelatedTabProps) {
  const { host } = useFormSurface();
  const label = host.text('form.related');
  return (
    <li
      ref={element}
      id={id}
      role="tab"
      class="tab"
      title={label}
      data-id="tablist-related"
      aria-selected={false}
      aria-haspopup="menu"
      aria-expanded={isOpen.value}
      tabIndex={-1}
      onClick={() => {
        isOpen.value = !isOpen.value;
      }}
      onKeyDown={(event) => {
        if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
        event.preventDefault();
        isOpen.value = true;
      }}
    >
      <span class="tab-text">{label}</span>
      <Icon name="chevronDown" />
    </li>
  );
}
