import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { metadataId } from '../../../dataverse/metadata/metadataId.js';
import type { AppModuleDefinition } from '../../../dataverse/metadata/appComponents.js';
import { allTablesApp, allTablesName, allTablesSiteMap } from './allTables.js';
import type { AppFacts } from '../definition.js';
import type { Area } from '../siteMap/siteMap.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { readSiteMap } from '../siteMap/readSiteMap.js';
import type { Holds } from '../siteMap/readSiteMap.js';

/**
 * The app of a name, the solutions' first one without a name. Undefined is the plain app of all tables.
 *
 * @throws Error when no solution has an app of that name
 */
export function findApp(
  catalogue: Catalogue,
  uniqueName: string | undefined,
): AppModuleDefinition | undefined {
  const apps = catalogue.solutions.flatMap((solution) => solution.apps);
  if (uniqueName === undefined) return apps[0];
  if (uniqueName === allTablesName && apps.length === 0) return undefined;
  const found = apps.find((app) => app.uniqueName.toLowerCase() === uniqueName.toLowerCase());
  if (found === undefined) throw new Error(`No solution of the organization has the app '${uniqueName}'.`);
  return found;
}

/**
 * What the app's navigation leads to.
 *
 * @throws Error when no solution has its site map
 */
export function siteMapOf(
  app: AppModuleDefinition | undefined,
  catalogue: Catalogue,
  languages: Languages,
  holds: Holds,
): Area[] {
  if (app === undefined) return allTablesSiteMap(catalogue, languages, holds);
  const siteMaps = catalogue.solutions.flatMap((solution) => solution.siteMaps);
  const found = siteMaps.find(({ uniqueName }) => app.siteMaps.includes(uniqueName));
  if (found === undefined)
    throw new Error(`No solution of the organization has a site map of the app '${app.uniqueName}'.`);
  return readSiteMap(found, catalogue, languages, holds);
}

/** What the app is called. An export gives apps no id: theirs is made from the unique name. */
export function factsOf(app: AppModuleDefinition | undefined, languages: Languages): AppFacts {
  if (app === undefined) return allTablesApp(languages);
  return {
    id: metadataId('appmodule', app.uniqueName),
    uniqueName: app.uniqueName,
    name: localized(app.labels, languages) ?? app.uniqueName,
    description: localized(app.descriptions, languages) ?? '',
  };
}
