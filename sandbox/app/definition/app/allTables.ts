import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { metadataId } from '../../../dataverse/metadata/metadataId.js';
import type { AppFacts } from '../definition.js';
import type { Area } from '../siteMap/siteMap.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import type { Holds } from '../siteMap/readSiteMap.js';
import { queryType } from '../view/queryType.js';

/** Unique name of the app that stands in when no solution has one. */
export const allTablesName = 'AllTables';

const title = {
  1033: 'All tables',
  1036: 'Toutes les tables',
  1031: 'Alle Tabellen',
  3082: 'Todas las tablas',
};

/** That app. */
export function allTablesApp(languages: Languages): AppFacts {
  return {
    id: metadataId('appmodule', allTablesName),
    uniqueName: allTablesName,
    name: localized(title, languages) ?? allTablesName,
    description: '',
  };
}

/** One group with every table that has a public view and that the user may read, by name. */
export function allTablesSiteMap(catalogue: Catalogue, languages: Languages, holds: Holds): Area[] {
  const views = catalogue.solutions.flatMap((solution) => solution.views);
  const shown = new Set(
    views.filter((view) => view.queryType === queryType.public).map(({ table }) => table),
  );
  const subAreas = [...catalogue.tables.values()]
    .filter(({ logicalName }) => shown.has(logicalName) && holds(logicalName, 'read'))
    .map(({ logicalName, collectionLabels, schemaName }) => ({
      id: logicalName,
      title: localized(collectionLabels, languages) ?? schemaName,
      table: logicalName,
    }))
    .sort((a, b) => a.title.localeCompare(b.title));
  const name = localized(title, languages) ?? allTablesName;
  return [{ id: 'tables', title: name, groups: [{ id: 'all', title: name, subAreas }] }];
}
