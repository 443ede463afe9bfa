import type { ChartDefinition } from '../chart/chartDefinition.js';
import type { FormDefinition } from '../form/formDefinition.js';
import type { Ribbon } from '../ribbon/ribbon.js';
import type { ViewDefinition } from '../view/viewDefinition.js';
import type { Privilege } from './privilege.js';

export interface TableDefinition {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly setName: string;
  readonly primaryId: string;
  readonly primaryName?: string;
  readonly label: string;
  readonly collectionLabel: string;
  readonly objectTypeCode: number;
  readonly ownership: 'user' | 'organization' | 'none';
  readonly isActivity: boolean;
  readonly hasActivities: boolean;
  readonly hasNotes: boolean;
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
  readonly relationships: readonly Relationship[];
  /** Public views first, in the order of the view selector; the default one is the first public one. */
  readonly views: readonly ViewDefinition[];
  /** The main form to open is the first of its type. */
  readonly forms: readonly FormDefinition[];
  /** The default one first. */
  readonly charts: readonly ChartDefinition[];
  readonly ribbon: Ribbon;
  /** Name of the icon's web resource. */
  readonly icon?: string;
  /** Whether the user has the privilege to do this to at least their own rows. */
  readonly privileges: Readonly<Record<Privilege, boolean>>;
}

/** Column types as the solution XML names them, those that a form can show. */
export interface ColumnDefinition {
  readonly logicalName: string;
  readonly label: string;
  readonly description: string;
  readonly type:
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
  /** text, textarea, email, url, phone · date, datetime. */
  readonly format?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly precision?: number;
  readonly required: 'none' | 'recommended' | 'required' | 'systemrequired';
  /** 1 user local, 2 date only, 3 time-zone independent. */
  readonly dateBehavior?: 1 | 2 | 3;
  readonly options?: readonly ChoiceOption[];
  readonly defaultValue?: number;
  /** Lookups: the tables it may point to. */
  readonly targets: readonly string[];
  /** Lookups: single-valued navigation property for each target: `{contact: 'inv_contactid'}`, as a bind needs it. */
  readonly navigations: Readonly<Record<string, string>>;
  readonly secured: boolean;
  /** What the user may do: column security and what the column is valid for. */
  readonly canRead: boolean;
  readonly canCreate: boolean;
  readonly canUpdate: boolean;
}

export interface ChoiceOption {
  readonly value: number;
  readonly label: string;
  /** Status reasons: the state they belong to. */
  readonly state?: number;
  readonly defaultStatus?: number;
}

/** A relationship as one of its two tables sees it. */
export type Relationship =
  | {
      readonly kind: 'OneToMany';
      readonly schemaName: string;
      /** Collection-valued navigation property on this table. */
      readonly navigation: string;
      /** The table with the lookup, and the lookup. */
      readonly relatedTable: string;
      readonly relatedColumn: string;
      /** Single-valued navigation property on the related table that leads back here. */
      readonly relatedNavigation: string;
    }
  | {
      readonly kind: 'ManyToMany';
      readonly schemaName: string;
      readonly navigation: string;
      readonly relatedTable: string;
      readonly relatedNavigation: string;
      /** The intersect table, and its columns for this end and the other one: for FetchXML links. */
      readonly intersect: string;
      readonly column: string;
      readonly relatedColumn: string;
    };
