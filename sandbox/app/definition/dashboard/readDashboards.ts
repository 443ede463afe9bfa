import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { AppModuleDefinition } from '../../../dataverse/metadata/appComponents.js';
import { readLayout } from '../form/readLayout.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { markupOf } from '../markup.js';
import type { DashboardDefinition } from './dashboardDefinition.js';

/**
 * The dashboards of all solutions, the default one first, the rest by name. An app shows those it lists, or all when it
 * lists none ("Add or remove app components").
 */
export function readDashboards(
  catalogue: Catalogue,
  languages: Languages,
  app: AppModuleDefinition | undefined,
): readonly DashboardDefinition[] {
  const dashboards = catalogue.solutions.flatMap((solution) => solution.dashboards);
  const listed = dashboards.filter(({ id }) => app?.forms.includes(id) === true);
  return (listed.length > 0 ? listed : dashboards)
    .map((dashboard) => ({
      id: dashboard.id,
      name: localized(dashboard.labels, languages) ?? dashboard.id,
      isDefault: dashboard.isDefault,
      tabs: readLayout(
        markupOf(dashboard, dashboard.formXml, `Dashboard ${dashboard.id}`),
        undefined,
        catalogue,
        languages,
      ),
    }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name));
}
