/**
 * The vocabulary of Dataverse metadata, as the sandbox keeps it in memory. Names follow the Web API's metadata
 * (LogicalName, SchemaName, EntitySetName) in camel case; values come from unpacked solutions (customizations XML).
 */

/** A text in several languages, by LCID: `{ 1033: 'Contact', 1031: 'Kontakt' }`. */
export type Labels = Readonly<Record<number, string>>;

/** Column types, as the customizations XML spells them. */
export type ColumnType =
  | 'primarykey'
  | 'uniqueidentifier'
  | 'nvarchar'
  | 'ntext'
  | 'int'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'money'
  | 'bit'
  | 'datetime'
  | 'picklist'
  | 'multiselectpicklist'
  | 'state'
  | 'status'
  | 'lookup'
  | 'owner'
  | 'customer'
  | 'partylist'
  | 'virtual'
  | 'image'
  | 'file';

export interface ChoiceOption {
  readonly value: number;
  readonly labels: Labels;
  /** Status reasons only: the state they belong to. */
  readonly state?: number;
  /** States only: the status reason a row gets with this state when none is named. */
  readonly defaultStatus?: number;
}

export interface Choice {
  readonly name: string;
  readonly isGlobal: boolean;
  readonly labels: Labels;
  readonly options: readonly ChoiceOption[];
}

export interface Column {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly type: ColumnType;
  /** text, textarea, email, url, phone, richtext · date, datetime · none, duration. */
  readonly format?: string;
  /** Text: the longest value, in characters. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the decimal point. */
  readonly precision?: number;
  readonly required: 'none' | 'recommended' | 'required' | 'systemrequired';
  /** Date columns: 1 user local, 2 date only, 3 time-zone independent. */
  readonly dateBehavior?: 1 | 2 | 3;
  readonly choice?: Choice;
  /** Choices and two-options: the value a new row gets. Absent when there is none. */
  readonly defaultValue?: number;
  /** Lookups (owner and customer too): logical names of the tables it may point to. Empty for the rest. */
  readonly targets: readonly string[];
  /** Column security is on. */
  readonly secured: boolean;
  readonly validForCreate: boolean;
  readonly validForRead: boolean;
  readonly validForUpdate: boolean;
  readonly isCustom: boolean;
  readonly labels: Labels;
  readonly descriptions: Labels;
}

export interface AlternateKey {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly columns: readonly string[];
  readonly labels: Labels;
}

export interface Table {
  readonly logicalName: string;
  readonly schemaName: string;
  /** The collection's name in a URL: `contacts`. */
  readonly setName: string;
  readonly primaryId: string;
  readonly primaryName?: string;
  readonly ownership: 'user' | 'organization' | 'none';
  readonly isActivity: boolean;
  readonly isIntersect: boolean;
  readonly isCustom: boolean;
  readonly changeTracking: boolean;
  /** Rows may be what an activity regards. */
  readonly hasActivities: boolean;
  /** Rows may have notes (annotation). */
  readonly hasNotes: boolean;
  /** Stable number of a built-in table (1 account, 2 contact, 8 systemuser …); own tables get one from 10000 on. */
  readonly objectTypeCode: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: readonly AlternateKey[];
  readonly labels: Labels;
  readonly collectionLabels: Labels;
  readonly descriptions: Labels;
}

export type Cascade = 'NoCascade' | 'Cascade' | 'Active' | 'UserOwned' | 'RemoveLink' | 'Restrict';

export interface OneToMany {
  readonly kind: 'OneToMany';
  readonly schemaName: string;
  readonly referencedTable: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  /** Single-valued navigation property on the referencing table (case-sensitive): `inv_contactid`, `parentcustomerid_account`. */
  readonly referencingNavigation: string;
  /** Collection-valued navigation property on the referenced table. */
  readonly referencedNavigation: string;
  readonly onDelete: Cascade;
  readonly onAssign: Cascade;
  readonly isCustom: boolean;
}

export interface ManyToMany {
  readonly kind: 'ManyToMany';
  readonly schemaName: string;
  readonly first: ManyToManyEnd;
  readonly second: ManyToManyEnd;
  /** Logical name of the intersect table; it is a Table of the catalogue too. */
  readonly intersect: string;
  readonly isCustom: boolean;
}

export interface ManyToManyEnd {
  readonly table: string;
  /** The intersect's column that holds this end's id. */
  readonly column: string;
  /** Collection-valued navigation property on this end's table. */
  readonly navigation: string;
}

/** What a navigation property of a table leads to. */
export type Navigation =
  | {
      readonly kind: 'single';
      readonly name: string;
      readonly column: string;
      readonly target: string;
      readonly relationship: OneToMany;
    }
  | {
      readonly kind: 'collection';
      readonly name: string;
      readonly column: string;
      readonly target: string;
      readonly relationship: OneToMany;
    }
  | {
      readonly kind: 'many';
      readonly name: string;
      readonly near: ManyToManyEnd;
      readonly far: ManyToManyEnd;
      readonly target: string;
      readonly relationship: ManyToMany;
    };

export type Depth = 'Basic' | 'Local' | 'Deep' | 'Global';

export interface RoleDefinition {
  readonly id: string;
  readonly name: string;
  /** Privilege name in lower case (`prvreadcontact`) → depth. */
  readonly privileges: ReadonlyMap<string, Depth>;
}

export interface FieldPermission {
  readonly table: string;
  readonly column: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

export interface FieldSecurityProfileDefinition {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly FieldPermission[];
}

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

export interface FormDefinition {
  readonly id: string;
  readonly table: string;
  /** main, quick, quickCreate, card … (the folder's name). */
  readonly type: string;
  readonly labels: Labels;
  readonly formXml: string;
}

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

export interface WebResourceDefinition {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: number;
  /** The file's bytes. */
  readonly content: Buffer;
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
}
