import { useSignal } from '@preact/signals';
import type { Area, SubArea } from '../../definition/siteMap/siteMap.js';
import type { Host } from '../host/host.js';
import { subAreaPage } from '../host/pageAddress.js';
import { Icon } from '../icons/Icon.js';
import { TableIcon } from '../icons/TableIcon.js';
import { WebResourceIcon } from '../icons/WebResourceIcon.js';
import { PageLink } from '../page/PageLink.js';
import { ChoiceMenu } from '../popup/ChoiceMenu.js';
import { currentSubArea } from './currentSubArea.js';

interface SiteMapProps {
  readonly host: Host;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  /** An entry was opened: a drawer closes. */
  readonly onOpen: () => void;
}

/** The areas, groups and entries of the app. Areas are switched at the foot, as in the real app, when there are several. */
export function SiteMap({ host, isCollapsed, onToggle, onOpen }: SiteMapProps) {
  const areas = host.definition.siteMap;
  const current = currentSubArea(areas, host.navigation.page.value);
  const chosen = useSignal<string | undefined>(undefined);
  const area = areas.find(({ id }) => id === chosen.value) ?? current?.area ?? areas[0];
  const toggle = host.text(isCollapsed ? 'shell.expandSiteMap' : 'shell.collapseSiteMap');
  return (
    <nav
      id="siteMap"
      class={isCollapsed ? 'site-map collapsed' : 'site-map'}
      aria-label={host.text('shell.siteMap')}
      data-id="navbar-container"
    >
      <button
        type="button"
        class="site-map-button site-map-toggle"
        aria-label={toggle}
        title={toggle}
        aria-expanded={!isCollapsed}
        aria-controls="siteMapEntries"
        onClick={onToggle}
      >
        <Icon name="menu" />
      </button>
      <div id="siteMapEntries" class="site-map-entries">
        {area?.groups.map((group) => (
          <section key={group.id} aria-label={group.title}>
            <h2 class="site-map-group">{group.title}</h2>
            <ul>
              {group.subAreas.map((subArea) => (
                <li key={subArea.id}>
                  <SubAreaLink
                    host={host}
                    subArea={subArea}
                    isCurrent={subArea === current?.subArea}
                    onOpen={onOpen}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {areas.length > 1 && area !== undefined && (
        <AreaSwitcher
          host={host}
          area={area}
          onChoose={(id) => {
            chosen.value = id;
          }}
        />
      )}
    </nav>
  );
}

interface SubAreaLinkProps {
  readonly host: Host;
  readonly subArea: SubArea;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

function SubAreaLink({ host, subArea, isCurrent, onOpen }: SubAreaLinkProps) {
  return (
    <PageLink
      host={host}
      page={subAreaPage(subArea)}
      class="site-map-link"
      title={subArea.title}
      current={isCurrent}
      onOpen={onOpen}
    >
      <SubAreaIcon host={host} subArea={subArea} />
      <span class="site-map-text">{subArea.title}</span>
    </PageLink>
  );
}

function SubAreaIcon({ host, subArea: { table, icon } }: Pick<SubAreaLinkProps, 'host' | 'subArea'>) {
  if (table !== undefined) return <TableIcon host={host} table={table} icon={icon} />;
  return icon === undefined ? <Icon name="dashboard" /> : <WebResourceIcon name={icon} />;
}

interface AreaSwitcherProps {
  readonly host: Host;
  readonly area: Area;
  readonly onChoose: (id: string) => void;
}

function AreaSwitcher({ host, area, onChoose }: AreaSwitcherProps) {
  const label = host.text('shell.changeArea', area.title);
  return (
    <div class="area-switcher">
      <ChoiceMenu
        id="areaSwitcherId"
        class="site-map-button"
        label={label}
        menuLabel={label}
        choices={host.definition.siteMap.map(({ id, title }) => ({ id, label: title }))}
        current={area.id}
        onChoose={onChoose}
      >
        <span class="area-letter" data-letter={[...area.title][0]} />
        <span class="site-map-text">{area.title}</span>
      </ChoiceMenu>
    </div>
  );
}
