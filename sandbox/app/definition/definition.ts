import type { DashboardDefinition } from './dashboard/dashboardDefinition.js';
import type { Area } from './siteMap/siteMap.js';
import type { TableDefinition } from './table/tableDefinition.js';

/**
 * What the app shows, as data: the solutions' app, site map, tables, views, forms and ribbons in the language of one
 * user, with what that user may do. The server makes it from the catalogue, the browser draws it. Every text is
 * already in the user's language, every id a lower-case GUID without braces.
 */
export interface AppDefinition {
  readonly organization: OrganizationFacts;
  readonly user: UserFacts;
  readonly app: AppFacts;
  readonly siteMap: readonly Area[];
  /** The default one first. */
  readonly dashboards: readonly DashboardDefinition[];
  /** Every table the app may show or look rows up in, by logical name. */
  readonly tables: Readonly<Record<string, TableDefinition>>;
  /** Every table of the organization, by logical name: scripts may ask the Web API for any of them. */
  readonly entitySets: Readonly<Record<string, EntitySet>>;
  /** Scripts, string tables and icons, by name. */
  readonly webResources: Readonly<Record<string, WebResourceFacts>>;
}

/** How the Web API names a table and its key. */
export interface EntitySet {
  readonly setName: string;
  readonly primaryId: string;
}

export interface OrganizationFacts {
  readonly id: string;
  readonly uniqueName: string;
  readonly friendlyName: string;
  /** LCID of the base language. */
  readonly languageCode: number;
  /** Of the emulated Dataverse: `9.2.…`. */
  readonly version: string;
}

/** Who is signed in. */
export interface UserFacts {
  readonly id: string;
  readonly name: string;
  /** LCID of the language the definition is in. */
  readonly languageCode: number;
  /** Rows on a page of a list: what the user has chosen (paginglimit of usersettings), else 50. */
  readonly rowsPerPage: number;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

export interface AppFacts {
  readonly id: string;
  readonly uniqueName: string;
  readonly name: string;
  readonly description: string;
}

export interface WebResourceFacts {
  readonly name: string;
  /** 1 html, 2 css, 3 js, 5 png, 11 svg, 12 resx … */
  readonly type: number;
  /** Names of the web resources that it declares as dependencies (DependencyXml); a string table is named with its LCID. */
  readonly dependencies: readonly string[];
}
