/**
 * What an unpacked solution folder defines, as its files say it: names not yet resolved, tables not yet put together.
 * `createCatalogue` makes the tables of model.ts from it.
 */

import type { AlternateKey, Cascade, Choice, Column, Labels, Table } from './model.js';

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

/** A view: a row of `savedquery`. */
export interface ViewDefinition {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly isQuickFind: boolean;
  readonly fetchXml: string;
  readonly layoutXml: string;
}

/** A form: a row of `systemform`. */
export interface FormDefinition {
  readonly id: string;
  readonly table: string;
  /** main, quick, quickCreate, card … (the folder's name). */
  readonly type: string;
  readonly labels: Labels;
  /** The `form` element. */
  readonly formXml: string;
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

/** What solutions change in the command bars of a table: one RibbonDiff.xml. */
export interface RibbonDiffDefinition {
  /** Logical name. */
  readonly table: string;
  readonly ribbonDiffXml: string;
}

/** A model-driven app. */
export interface AppModuleDefinition {
  readonly uniqueName: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  /** Unique names of its site maps; there is one. */
  readonly siteMaps: readonly string[];
  /** Logical names of the tables it is made with. */
  readonly tables: readonly string[];
  /** Ids of the views and forms it is limited to. A table of which none is listed has all of its own. */
  readonly views: readonly string[];
  readonly forms: readonly string[];
}

/** What an app's navigation leads to. */
export interface SiteMapDefinition {
  readonly uniqueName: string;
  /** The `SiteMap` element. */
  readonly siteMapXml: string;
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
  /** A choice with a name, without options, stands for a global choice of that name. */
  readonly columns: readonly Column[];
  readonly keys: readonly AlternateKey[];
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
}

/** A many-to-many relationship as the XML holds it; undefined navigation names are the relationship's name. */
export interface ManyToManyDefinition {
  readonly schemaName: string;
  readonly intersect: string;
  readonly first: { readonly table: string; readonly navigation?: string };
  readonly second: { readonly table: string; readonly navigation?: string };
}

/** Everything one unpacked solution folder defines. */
export interface Solution {
  readonly uniqueName: string;
  readonly version: string;
  readonly tables: readonly TableDefinition[];
  readonly oneToMany: readonly OneToManyDefinition[];
  readonly manyToMany: readonly ManyToManyDefinition[];
  readonly choices: readonly Choice[];
  readonly roles: readonly RoleDefinition[];
  readonly fieldSecurityProfiles: readonly FieldSecurityProfileDefinition[];
  readonly views: readonly ViewDefinition[];
  readonly forms: readonly FormDefinition[];
  readonly emailTemplates: readonly EmailTemplateDefinition[];
  readonly environmentVariables: readonly EnvironmentVariableDefinition[];
  readonly webResources: readonly WebResourceDefinition[];
  readonly ribbonDiffs: readonly RibbonDiffDefinition[];
  readonly apps: readonly AppModuleDefinition[];
  readonly siteMaps: readonly SiteMapDefinition[];
}
