import type { Element } from '@xmldom/xmldom';
import { guid } from '../../../solution/xml.js';
import { below, textIn, value } from '../../read/markup.js';
import type { Component, SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/**
 * What a site map leads to are tables and dashboards that exist, the tables components of the app that has the site
 * map.
 */
export const siteMaps: Rule = {
  name: 'app/siteMaps',
  look: (solution) =>
    solution.siteMaps.flatMap((siteMap) => {
      const appTables = tablesOfApp(siteMap, solution);
      return below(siteMap.element, 'SubArea').map((subArea) => {
        if (!subArea.hasAttribute('Entity'))
          return { file: siteMap.file, problem: dashboardProblem(subArea, solution) };
        const table = value(subArea, 'Entity');
        const entry = `SubArea ${value(subArea, 'Id')} leads to ${table}`;
        if (!solution.tables.has(table))
          return { file: siteMap.file, problem: `${entry}, which is no table. Correct Entity.` };
        return {
          file: siteMap.file,
          problem: appTables.has(table)
            ? undefined
            : `${entry}, which the app has not. Add <AppModuleComponent type="1" schemaName="${table}" /> to its AppModule.xml.`,
        };
      });
    }),
};

/** The page of the dashboards. */
const dashboardPage = '/workplace/home_dashboards.aspx';

/** An entry without a table shows a dashboard. */
function dashboardProblem(subArea: Element, { dashboards }: SolutionSource): string | undefined {
  const id = guid(value(subArea, 'DefaultDashboard'));
  if (dashboards.some((dashboard) => dashboard.id === id))
    return value(subArea, 'Url') === dashboardPage
      ? undefined
      : `SubArea ${value(subArea, 'Id')} shows a dashboard and not its page. Write Url="${dashboardPage}".`;
  return `SubArea ${value(subArea, 'Id')} leads to no table, and to the dashboard ${id || '(none)'}, which does not exist. Correct Entity or DefaultDashboard.`;
}

/** Tables of the app that names this site map. */
function tablesOfApp({ element }: Component, { apps }: SolutionSource): ReadonlySet<string> {
  const names = below(element, 'SiteMapUniqueName').map(textIn);
  return new Set(
    apps
      .map((app) => below(app.element, 'AppModuleComponent'))
      .filter((parts) =>
        parts.some((part) => value(part, 'type') === '62' && names.includes(value(part, 'schemaName'))),
      )
      .flatMap((parts) => parts.filter((part) => value(part, 'type') === '1'))
      .map((part) => value(part, 'schemaName')),
  );
}
