import type { Host } from '../host/host.js';
import { homePage } from '../host/pageAddress.js';
import { Icon } from '../icons/Icon.js';
import { PageLink } from '../page/PageLink.js';
import { AccountPanel } from './AccountPanel.js';
import { SettingsPanel } from './SettingsPanel.js';

interface HeaderBarProps {
  readonly host: Host;
  readonly isDrawerOpen: boolean;
  readonly onToggleDrawer: () => void;
}

/** The bar at the top: the way home, the app's and the environment's name, settings and account. */
export function HeaderBar({ host, isDrawerOpen, onToggleDrawer }: HeaderBarProps) {
  const { app, organization } = host.definition;
  const home = host.text('shell.home');
  return (
    <header class="header-bar" data-id="topBar">
      <button
        type="button"
        class="header-button drawer-button"
        aria-label={host.text(isDrawerOpen ? 'shell.closeSiteMap' : 'shell.openSiteMap')}
        aria-expanded={isDrawerOpen}
        aria-controls="siteMap"
        onClick={onToggleDrawer}
      >
        <Icon name="menu" />
      </button>
      <PageLink host={host} page={homePage(host.definition)} class="header-button waffle" title={home}>
        <Icon name="waffle" />
        <span class="visually-hidden">{home}</span>
      </PageLink>
      <span class="app-name" data-id="appBreadCrumb">
        {app.name}
      </span>
      <span class="environment">
        <span class="environment-caption">{host.text('shell.environment')}</span>
        <span class="environment-name">{organization.friendlyName}</span>
      </span>
      <SettingsPanel host={host} />
      <AccountPanel host={host} />
    </header>
  );
}
