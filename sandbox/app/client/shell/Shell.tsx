import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DialogLayer } from './DialogLayer.js';
import type { Host } from '../host/host.js';
import { HeaderBar } from './HeaderBar.js';
import { NotificationBars } from './NotificationBars.js';
import type { OpenModels } from './openModels.js';
import { PageOutlet } from './PageOutlet.js';
import { pageTitle } from './pageTitle.js';
import { ProgressLayer } from './ProgressLayer.js';
import { SiteMap } from './SiteMap.js';
import { useDrawer } from './useDrawer.js';
import { useRouteFocus } from './useRouteFocus.js';

interface ShellProps {
  readonly host: Host;
  readonly models: OpenModels;
}

/** The whole app: the bar above, the site map at the side, the page, and what lies over it. */
export function Shell({ host, models }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  const isCollapsed = useSignal(false);
  const drawer = useDrawer();
  const title = useComputed(() => pageTitle(host, host.navigation.page.value, models));
  useSignalEffect(() => {
    document.title = `${title.value} - ${host.definition.app.name}`;
  });
  // Read so that another visit draws the shell again: the visit itself is no signal.
  void host.navigation.page.value;
  useRouteFocus(host.navigation.visit(), main);
  return (
    <div class={drawer.isOpen ? 'shell drawer-open' : 'shell'} data-id="shell-container">
      <a
        class="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {host.text('shell.skipToMain')}
      </a>
      <HeaderBar host={host} isDrawerOpen={drawer.isOpen} onToggleDrawer={drawer.toggle} />
      <SiteMap
        host={host}
        isCollapsed={isCollapsed.value}
        onToggle={() => {
          isCollapsed.value = !isCollapsed.value;
        }}
        onOpen={drawer.close}
      />
      <div class="drawer-veil" onClick={drawer.close} />
      <div class="content" inert={drawer.isOpen}>
        <NotificationBars host={host} />
        <main id="main" class="main" tabIndex={-1} aria-label={title.value} ref={main}>
          <PageOutlet host={host} models={models} />
        </main>
      </div>
      <DialogLayer host={host} />
      <ProgressLayer host={host} />
    </div>
  );
}
