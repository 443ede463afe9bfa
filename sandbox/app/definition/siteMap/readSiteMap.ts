import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { Labels } from '../../../dataverse/metadata/model.js';
import { optional } from '../../../dataverse/metadata/optional.js';
import type { SiteMapDefinition } from '../../../dataverse/metadata/appComponents.js';
import { attributeOf, guid } from '../../../dataverse/metadata/xml.js';
import type { Area, SubArea } from './siteMap.js';
import { privilegeOf } from '../table/privilege.js';
import type { Privilege } from '../table/privilege.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, markupOf, webResourceName } from '../markup.js';

/** Whether the user may do this to rows of a table. */
export type Holds = (table: string, privilege: Privilege) => boolean;

/** Where the site maps of exports lead to for dashboards, and what the platform calls the entry. */
const dashboardsUrl = '/workplace/home_dashboards.aspx';
const dashboardsTitle: Labels = {
  1033: 'Dashboards',
  1036: 'Tableaux de bord',
  1031: 'Dashboards',
  3082: 'Paneles',
};

/**
 * The areas, groups and entries of a site map. Entries whose table the user may not read, or whose `Privilege` elements
 * ask for more than they have, are left out, and so are groups and areas that are empty then. Entries that lead to any
 * other URL than that of the dashboards are left out too.
 */
export function readSiteMap(
  siteMap: SiteMapDefinition,
  catalogue: Catalogue,
  languages: Languages,
  holds: Holds,
): Area[] {
  const root = markupOf(siteMap, siteMap.siteMapXml, `Site map ${siteMap.uniqueName}`);
  return at(root, 'Area')
    .map((area) => ({
      ...namesOf(area, languages),
      groups: at(area, 'Group')
        .map((group) => ({
          ...namesOf(group, languages),
          subAreas: at(group, 'SubArea').flatMap((entry) => readSubArea(entry, catalogue, languages, holds)),
        }))
        .filter(({ subAreas }) => subAreas.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}

function readSubArea(entry: Element, catalogue: Catalogue, languages: Languages, holds: Holds): SubArea[] {
  if (!at(entry, 'Privilege').every((asked) => holdsAll(asked, holds))) return [];
  const table = catalogue.tables.get(attributeOf(entry, 'Entity')?.toLowerCase() ?? '');
  if (table === undefined) return readDashboardEntry(entry, catalogue, languages);
  if (!holds(table.logicalName, 'read')) return [];
  const icon =
    webResourceName(attributeOf(entry, 'VectorIcon')) ??
    webResourceName(attributeOf(entry, 'Icon')) ??
    table.icon;
  return [
    {
      id: attributeOf(entry, 'Id') ?? table.logicalName,
      title: titleOf(entry, languages) ?? localized(table.collectionLabels, languages) ?? table.schemaName,
      table: table.logicalName,
      ...optional('icon', icon),
    },
  ];
}

/**
 * The entry of the dashboards, by their URL, by `DefaultDashboard` or both: it shows the dashboard it names, else the
 * default one. Without any dashboard there is nothing to show.
 */
function readDashboardEntry(entry: Element, catalogue: Catalogue, languages: Languages): SubArea[] {
  const named = attributeOf(entry, 'DefaultDashboard');
  if (named === undefined && attributeOf(entry, 'Url')?.toLowerCase() !== dashboardsUrl) return [];
  const dashboards = catalogue.solutions.flatMap((solution) => solution.dashboards);
  const shown =
    dashboards.find(({ id }) => id === guid(named ?? '')) ??
    dashboards.find(({ isDefault }) => isDefault) ??
    dashboards[0];
  if (shown === undefined) return [];
  return [
    {
      id: attributeOf(entry, 'Id') ?? 'dashboards',
      title: titleOf(entry, languages) ?? localized(dashboardsTitle, languages) ?? 'Dashboards',
      dashboard: shown.id,
      ...optional('icon', webResourceName(attributeOf(entry, 'VectorIcon') ?? attributeOf(entry, 'Icon'))),
    },
  ];
}

/** `<Privilege Entity="contact" Privilege="Read,Create" />`; what the app does not know is not held. */
function holdsAll(asked: Element, holds: Holds): boolean {
  const table = attributeOf(asked, 'Entity')?.toLowerCase() ?? '';
  return (attributeOf(asked, 'Privilege') ?? 'Read').split(',').every((name) => {
    const privilege = privilegeOf(name);
    return privilege !== undefined && holds(table, privilege);
  });
}

function namesOf(element: Element, languages: Languages) {
  const id = attributeOf(element, 'Id') ?? '';
  return { id, title: titleOf(element, languages) ?? '' };
}

function titleOf(element: Element, languages: Languages): string | undefined {
  const titles: Labels = Object.fromEntries(
    at(element, 'Titles', 'Title').map((title) => [
      Number(attributeOf(title, 'LCID')),
      attributeOf(title, 'Title') ?? '',
    ]),
  );
  return localized(titles, languages) ?? attributeOf(element, 'Title');
}
