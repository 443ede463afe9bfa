/**
 * What an unpacked solution folder defines, as its files say it: names not yet resolved, tables not yet put together.
 * `createCatalogue` makes the tables of model.ts from it.
 */

import type {
  AppModuleDefinition,
  ChartDefinition,
  DashboardDefinition,
  FormDefinition,
  RibbonDiffDefinition,
  SiteMapDefinition,
  ViewDefinition,
} from './appComponents.js';
import type {
  AlternateKey,
  AssociatedMenu,
  Cascade,
  Choice,
  Column,
  Labels,
  SharingCascades,
  Table,
} from './model.js';
import type { TableSettings } from './tableSettings.js';

/** How far a privilege reaches: own rows, business unit, business unit and those below, organization. */
export type Depth = 'Basic' | 'Local' | 'Deep' | 'Global';

/** A security role. */
export interface RoleDefinition {
  readonly id: string;
  readonly name: string;
  /** Privilege name in lower case (`prvreadcontact`) → depth. */
  readonly privileges: ReadonlyMap<string, Depth>;
}

/** What a column security profile allows on one secured column. */
export interface FieldPermission {
  readonly table: string;
  readonly column: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

/** A column security profile. */
export interface FieldSecurityProfileDefinition {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly FieldPermission[];
}

/** An email template in one language: a row of `template`. */
export interface EmailTemplateDefinition {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Object type code: 2 contact, 8 systemuser (a global template). */
  readonly typeCode: number;
  readonly languageCode: number;
  /** XSL sheets, as the files in EmailDocuments hold them. */
  readonly subject: string;
  readonly body: string;
  readonly subjectPresentationXml: string;
  readonly presentationXml: string;
}

/** An environment variable, without a value of this environment. */
export interface EnvironmentVariableDefinition {
  readonly id: string;
  readonly schemaName: string;
  /** 100000000 string, …001 number, …002 boolean, …003 JSON, …004 data source, …005 secret. */
  readonly type: number;
  readonly defaultValue?: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  readonly isRequired: boolean;
}

/** A web resource with its file. */
export interface WebResourceDefinition {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: number;
  /** The file's bytes. */
  readonly content: Buffer;
  /** Names of the web resources it needs (DependencyXml), such as the string tables of a script. */
  readonly dependencies: readonly string[];
}

/**
 * A table as one unpacked solution holds it: the whole table, or (as with contact) only what the solution adds to a
 * table that another one defines. What is undefined is left to that other solution. Lookups have no targets yet:
 * those come from the relationships, when the solutions are put together.
 */
export interface TableDefinition {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly setName?: string;
  readonly primaryId?: string;
  readonly primaryName?: string;
  readonly ownership?: Table['ownership'];
  readonly isActivity: boolean;
  readonly changeTracking: boolean;
  readonly hasActivities: boolean;
  readonly hasNotes: boolean;
  readonly objectTypeCode?: number;
  /** Name of the web resource with its icon. */
  readonly icon?: string;
  /** `#505050`. */
  readonly color?: string;
  /** A choice with a name, without options, stands for a global choice of that name. */
  readonly columns: readonly Column[];
  readonly keys: readonly AlternateKey[];
  readonly settings: TableSettings;
  readonly labels: Labels;
  readonly collectionLabels: Labels;
  readonly descriptions: Labels;
}

/** A one-to-many relationship as the XML holds it; undefined navigation names follow the platform's rule. */
export interface OneToManyDefinition {
  readonly schemaName: string;
  readonly referencedTable: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  readonly referencingNavigation?: string;
  readonly referencedNavigation?: string;
  readonly onDelete: Cascade;
  readonly onAssign: Cascade;
  /** Without it, what is shared follows what is assigned. */
  readonly sharing?: SharingCascades;
  readonly menu?: AssociatedMenu;
}

/** A many-to-many relationship as the XML holds it; undefined navigation names are the relationship's name. */
export interface ManyToManyDefinition {
  readonly schemaName: string;
  readonly intersect: string;
  readonly first: ManyToManyEndDefinition;
  readonly second: ManyToManyEndDefinition;
}

/** One end of a many-to-many relationship as the XML holds it. */
export interface ManyToManyEndDefinition {
  readonly table: string;
  readonly navigation?: string;
  readonly menu?: AssociatedMenu;
}

/** What the metadata of an organization is made of: the parts of a solution that become tables. */
export type SchemaComponents = Pick<Solution, 'tables' | 'oneToMany' | 'manyToMany' | 'choices'>;

/** Who a solution comes from: what the names and the choice values of its components begin with. */
export interface PublisherDefinition {
  readonly uniqueName: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  /** `inv`, without the underscore; undefined for the platform's own publisher. */
  readonly prefix?: string;
  /** The first five digits of its choice values: 72430. */
  readonly optionValuePrefix?: number;
}

/** Everything one unpacked solution folder defines. */
export interface Solution {
  readonly uniqueName: string;
  readonly version: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  /** Only a folder that says it is managed is; one for both kinds is installed unmanaged, so that makers can change it. */
  readonly isManaged: boolean;
  readonly publisher: PublisherDefinition;
  readonly tables: readonly TableDefinition[];
  readonly oneToMany: readonly OneToManyDefinition[];
  readonly manyToMany: readonly ManyToManyDefinition[];
  readonly choices: readonly Choice[];
  readonly roles: readonly RoleDefinition[];
  readonly fieldSecurityProfiles: readonly FieldSecurityProfileDefinition[];
  readonly views: readonly ViewDefinition[];
  readonly forms: readonly FormDefinition[];
  readonly charts: readonly ChartDefinition[];
  readonly dashboards: readonly DashboardDefinition[];
  readonly emailTemplates: readonly EmailTemplateDefinition[];
  readonly environmentVariables: readonly EnvironmentVariableDefinition[];
  readonly webResources: readonly WebResourceDefinition[];
  readonly ribbonDiffs: readonly RibbonDiffDefinition[];
  readonly apps: readonly AppModuleDefinition[];
  readonly siteMaps: readonly SiteMapDefinition[];
}
