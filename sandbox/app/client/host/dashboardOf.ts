import type { AppDefinition } from '../../definition/definition.js';
import type { DashboardDefinition } from '../../definition/dashboard/dashboardDefinition.js';

/** The dashboard of an id, the default one without an id; undefined when the app has no such dashboard. */
export function dashboardOf(
  { dashboards }: Pick<AppDefinition, 'dashboards'>,
  id: string | undefined,
): DashboardDefinition | undefined {
  return id === undefined ? dashboards[0] : dashboards.find((dashboard) => dashboard.id === id);
}
