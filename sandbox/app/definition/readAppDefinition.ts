import type { Catalogue } from '../../dataverse/metadata/catalogue.js';
import { organizationNames } from '../../dataverse/messages/retrieveCurrentOrganization.js';
import { dataverseVersion } from '../../dataverse/messages/retrieveVersion.js';
import type { Organization } from '../../dataverse/organization/organization.js';
import { userRights } from '../../dataverse/organization/security/sessionRights.js';
import { readDashboards } from './dashboard/readDashboards.js';
import { cellsOfTabs } from './form/cellsOf.js';
import { factsOf, findApp, siteMapOf } from './app/appModule.js';
import type { AppDefinition, WebResourceFacts } from './definition.js';
import type { TableDefinition } from './table/tableDefinition.js';
import { limitTo } from './app/limitTo.js';
import { reachableTables } from './app/reachableTables.js';
import type { Holds } from './siteMap/readSiteMap.js';
import { readTable } from './table/readTable.js';
import { readUser } from './app/readUser.js';
import { holdsPrivilege, withRights } from './table/tableRights.js';

/**
 * What an app shows to one user, in one language: from the solutions' files, with the rights that the organization gives
 * the user now. Without any app in the solutions, a plain one lists every table that has a view.
 *
 * @param userId an enabled user of the organization
 * @param languageCode LCID; what has no text in it is shown in the base language
 * @param appUniqueName the solutions' first app unless given
 * @throws Error when no solution has that app or there is no such user
 */
export function readAppDefinition(
  organization: Organization,
  userId: string,
  languageCode: number,
  appUniqueName?: string,
): AppDefinition {
  const { catalogue } = organization;
  const languages = { user: languageCode, base: organization.baseLanguage };
  const rights = userRights(organization, userId);
  const user = readUser(organization, rights, languageCode);
  const holds: Holds = (name, privilege) => {
    const table = catalogue.tables.get(name);
    return table !== undefined && holdsPrivilege(rights, table, privilege);
  };
  const app = findApp(catalogue, appUniqueName);
  const siteMap = siteMapOf(app, catalogue, languages, holds);
  const dashboards = readDashboards(catalogue, languages, app);
  const first = siteMap.flatMap(({ groups }) => groups).flatMap(({ subAreas }) => subAreas);
  const tables = reachableTables(
    [
      ...first.flatMap(({ table }) => table ?? []),
      ...(app?.tables ?? []),
      ...dashboards.flatMap(({ tabs }) =>
        cellsOfTabs(tabs).flatMap(({ control }) => control?.subgrid?.table ?? []),
      ),
    ],
    catalogue,
    (name) => limitTo(app, readTable(name, catalogue, languages)),
  );
  return {
    organization: {
      id: organization.id,
      ...organizationNames,
      languageCode: organization.baseLanguage,
      version: dataverseVersion,
    },
    user,
    app: factsOf(app, languages),
    siteMap,
    dashboards,
    tables: Object.fromEntries(
      [...tables].map(([name, shared]): [string, TableDefinition] => [
        name,
        withRights(
          {
            ...shared,
            relationships: shared.relationships.filter(({ relatedTable }) => tables.has(relatedTable)),
          },
          catalogue.table(name),
          rights,
        ),
      ]),
    ),
    entitySets: entitySetsOf(catalogue),
    webResources: webResourcesOf(catalogue),
  };
}

function entitySetsOf({ tables }: Catalogue): AppDefinition['entitySets'] {
  return Object.fromEntries(
    [...tables.values()].map(({ logicalName, setName, primaryId }) => [logicalName, { setName, primaryId }]),
  );
}

function webResourcesOf(catalogue: Catalogue): Readonly<Record<string, WebResourceFacts>> {
  return Object.fromEntries(
    catalogue.solutions
      .flatMap(({ webResources }) => webResources)
      .map(({ name, type, dependencies }) => [name, { name, type, dependencies }]),
  );
}
