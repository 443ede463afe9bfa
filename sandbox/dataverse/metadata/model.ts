/**
 * The vocabulary of Dataverse metadata, as the sandbox keeps it in memory. Names follow the Web API's metadata
 * (LogicalName, SchemaName, EntitySetName) in camel case; values come from unpacked solutions (customizations XML).
 */

import type { ColumnSettings } from './columnSettings.js';
import type { TableSettings } from './tableSettings.js';

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

/** One value of a choice. */
export interface ChoiceOption {
  readonly value: number;
  readonly labels: Labels;
  readonly descriptions?: Labels;
  /** `#0078d4`. */
  readonly color?: string;
  /** Status reasons only: the state they belong to. */
  readonly state?: number;
  /** States only: the status reason a row gets with this state when none is named. */
  readonly defaultStatus?: number;
}

/** The values a column may have, its own or shared by several columns (global). */
export interface Choice {
  readonly name: string;
  readonly isGlobal: boolean;
  readonly labels: Labels;
  readonly descriptions?: Labels;
  readonly options: readonly ChoiceOption[];
}

/** A column (attribute) of a table. */
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
  readonly settings: ColumnSettings;
  /** Input method of languages that need one: auto, active, inactive, disabled. */
  readonly imeMode?: string;
  /** Text: what new rows are numbered by, `INV-{SEQNUM:5}`. */
  readonly autoNumberFormat?: string;
  readonly validForCreate: boolean;
  readonly validForRead: boolean;
  readonly validForUpdate: boolean;
  readonly isCustom: boolean;
  readonly labels: Labels;
  readonly descriptions: Labels;
}

/** Columns that together identify a row. */
export interface AlternateKey {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly columns: readonly string[];
  readonly labels: Labels;
}

/** A table (entity) with all its columns, from all solutions. */
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
  /** Name of the web resource with its icon. */
  readonly icon?: string;
  /** `#505050`. */
  readonly color?: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: readonly AlternateKey[];
  readonly settings: TableSettings;
  readonly labels: Labels;
  readonly collectionLabels: Labels;
  readonly descriptions: Labels;
}

/** What happens to the rows that refer to a row when something is done to it. */
export type Cascade = 'NoCascade' | 'Cascade' | 'Active' | 'UserOwned' | 'RemoveLink' | 'Restrict';

/** What else follows a row when something is done to the one it refers to; the sandbox shows it and has no sharing. */
export interface SharingCascades {
  readonly share: Cascade;
  readonly unshare: Cascade;
  readonly reparent: Cascade;
  readonly rollupView: Cascade;
}

/** How an app lists the related rows in a form's navigation (AssociatedMenuConfiguration). */
export interface AssociatedMenu {
  readonly behavior: 'UseCollectionName' | 'UseLabel' | 'DoNotDisplay';
  readonly group: 'Details' | 'Sales' | 'Service' | 'Marketing';
  readonly order?: number;
  /** With UseLabel. */
  readonly labels: Labels;
}

/** A lookup, seen as the relationship between two tables. */
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
  readonly sharing: SharingCascades;
  readonly menu?: AssociatedMenu;
  readonly isCustom: boolean;
}

/** A many-to-many relationship; its links are rows of the intersect table. */
export interface ManyToMany {
  readonly kind: 'ManyToMany';
  readonly schemaName: string;
  readonly first: ManyToManyEnd;
  readonly second: ManyToManyEnd;
  /** Logical name of the intersect table; it is a Table of the catalogue too. */
  readonly intersect: string;
  readonly isCustom: boolean;
}

/** One of the two tables of a many-to-many relationship. */
export interface ManyToManyEnd {
  readonly table: string;
  /** The intersect's column that holds this end's id. */
  readonly column: string;
  /** Collection-valued navigation property on this end's table. */
  readonly navigation: string;
  readonly menu?: AssociatedMenu;
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
