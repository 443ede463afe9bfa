import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFormSurface } from '../formSurface.js';
import { RelatedMenu } from '../related/RelatedMenu.js';
import { RelatedTab } from '../related/RelatedTab.js';
import type { RelatedTable } from '../related/relatedTables.js';

interface TabStripProps {
  /** Ids of the strip's elements begin with it. */
  readonly id: string;
  readonly panelId: string;
  readonly related: readonly RelatedTable[];
  /** The related table that is shown instead of a tab. */
  readonly shownRelated: RelatedTable | undefined;
  readonly onSelectTab: (name: string) => void;
  readonly onSelectRelated: (related: RelatedTable) => void;
}

/** Id of the tab of this name; the related table that is shown and the Related menu have names of their own. */
export const tabId = (stripId: string, name: string): string => `${stripId}-tab-${name}`;
export const relatedTabName = '-related';
const relatedMenuName = '-related-menu';

/** The tabs of a form. Left and right go from tab to tab, and show what they reach. */
export function TabStrip(props: TabStripProps) {
  const { host, model } = useFormSurface();
  const strip = useRef<HTMLUListElement>(null);
  const relatedTab = useRef<HTMLLIElement>(null);
  const isMenuOpen = useSignal(false);
  const closeMenu = () => {
    isMenuOpen.value = false;
  };
  const tabs = model.tabs.filter(({ visible }) => visible.value);
  const selected = props.shownRelated === undefined ? model.selectedTab.value : relatedTabName;

  // The menu that was chosen from is gone with the focus in it.
  useLayoutEffect(() => {
    if (props.shownRelated !== undefined)
      strip.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [props.shownRelated]);
  const onKeyDown = (event: KeyboardEvent) => {
    const elements = [...(strip.current?.querySelectorAll<HTMLElement>(':scope > [role=tab]') ?? [])];
    const current = elements.indexOf(event.target as HTMLElement);
    const next = nextTab(event.key, current, elements.length);
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    const element = elements[next];
    element?.focus();
    if (element?.ariaHasPopup === null) element.click();
  };
  const tab = (name: string, label: string, onClick: () => void) => (
    <li
      key={name}
      id={tabId(props.id, name)}
      role="tab"
      class="tab"
      title={label}
      data-id={`tablist-${name}`}
      aria-selected={selected === name}
      aria-controls={selected === name ? props.panelId : undefined}
      tabIndex={selected === name ? 0 : -1}
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onClick();
      }}
    >
      <span class="tab-text">{label}</span>
    </li>
  );
  return (
    <>
      <ul
        ref={strip}
        id={`${props.id}-tablist`}
        role="tablist"
        class="tab-strip"
        aria-label={host.text('form.tabs')}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ definition, label }) =>
          tab(definition.name, label.value, () => {
            props.onSelectTab(definition.name);
          }),
        )}
        {props.shownRelated !== undefined && tab(relatedTabName, props.shownRelated.label, () => undefined)}
        {props.related.length > 0 && (
          <RelatedTab element={relatedTab} id={tabId(props.id, relatedMenuName)} isOpen={isMenuOpen} />
        )}
      </ul>
      {isMenuOpen.value && (
        <RelatedMenu
          anchor={relatedTab}
          related={props.related}
          onClose={closeMenu}
          onSelect={(chosen) => {
            closeMenu();
            props.onSelectRelated(chosen);
          }}
        />
      )}
    </>
  );
}

function nextTab(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
