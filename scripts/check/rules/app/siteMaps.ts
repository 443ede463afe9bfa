import { below, textIn, value } from '../../read/markup.js';
import type { Component, SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/** What a site map leads to are tables that exist, and components of the app that has the site map. */
export const siteMaps: Rule = {
  name: 'app/siteMaps',
  look: (solution) =>
    solution.siteMaps.flatMap((siteMap) => {
      const appTables = tablesOfApp(siteMap, solution);
      return below(siteMap.element, 'SubArea')
        .filter((subArea) => subArea.hasAttribute('Entity'))
        .map((subArea) => {
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
