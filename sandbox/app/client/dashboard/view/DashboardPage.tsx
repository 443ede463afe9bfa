import { useMemo } from 'preact/hooks';
import type { DashboardDefinition } from '../../../definition/dashboard/dashboardDefinition.js';
import { dashboardOf } from '../../host/dashboardOf.js';
import type { Host, Page } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import { ChoiceMenu } from '../../popup/ChoiceMenu.js';
import { createDashboardModel } from '../model/createDashboardModel.js';
import { DashboardTab } from './DashboardTab.js';

interface DashboardPageProps {
  readonly host: Host;
  readonly page: Extract<Page, { pageType: 'dashboard' }>;
}

/** The page of a dashboard: which one, Refresh All, and its tiles. One visit; another visit needs another key. */
export function DashboardPage({ host, page }: DashboardPageProps) {
  const dashboard = dashboardOf(host.definition, page.id);
  if (dashboard === undefined)
    return (
      <div class="page">
        <div class="card page-problem" role="alert">
          <Icon name="warning" />
          <h1>{host.text('dashboard.none')}</h1>
        </div>
      </div>
    );
  return <OpenDashboard host={host} dashboard={dashboard} />;
}

function OpenDashboard({
  host,
  dashboard,
}: {
  readonly host: Host;
  readonly dashboard: DashboardDefinition;
}) {
  const model = useMemo(() => createDashboardModel(host, dashboard, host.navigation.visit()), []);
  return (
    <div class="page dashboard-page" data-id="dashboard">
      <div class="card dashboard-head">
        <h1>
          <DashboardSelector host={host} current={dashboard} />
        </h1>
        <button
          type="button"
          class="command-button"
          data-id="dashboard|NoRelationship|Dashboard|Mscrm.Dashboard.RefreshAll"
          onClick={() => void model.refresh()}
        >
          <Icon name="refresh" />
          <span>{host.text('dashboard.refreshAll')}</span>
        </button>
      </div>
      {dashboard.tabs
        .filter(({ visible }) => visible)
        .map((tab) => (
          <DashboardTab key={tab.id} host={host} model={model} tab={tab} />
        ))}
    </div>
  );
}

/** The name of the dashboard; a menu of all when the app has several. */
function DashboardSelector({
  host,
  current,
}: {
  readonly host: Host;
  readonly current: DashboardDefinition;
}) {
  const { dashboards } = host.definition;
  if (dashboards.length < 2) return <span class="dashboard-name">{current.name}</span>;
  return (
    <ChoiceMenu
      id="Dashboard_Selector"
      class="view-selector"
      menuLabel={host.text('dashboard.dashboards')}
      choices={dashboards.map(({ id, name }) => ({ id, label: name }))}
      current={current.id}
      onChoose={(id) => void host.navigation.open({ pageType: 'dashboard', id })}
    >
      <span>{current.name}</span>
      <Icon name="chevronDown" />
    </ChoiceMenu>
  );
}
