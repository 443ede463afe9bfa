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

export interface Area {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly Group[];
}
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly subAreas: readonly SubArea[];
}
/** An entry of the site map. Entries whose table the user may not read are left out. */
export interface SubArea {
  readonly id: string;
  readonly title: string;
  readonly table: string;
  /** Name of the icon's web resource. */
  readonly icon?: string;
}

export interface WebResourceFacts {
  readonly name: string;
  /** 1 html, 2 css, 3 js, 5 png, 11 svg, 12 resx … */
  readonly type: number;
  /** Names of the web resources that it declares as dependencies (DependencyXml); a string table is named with its LCID. */
  readonly dependencies: readonly string[];
}

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
  readonly ribbon: Ribbon;
  /** Name of the icon's web resource. */
  readonly icon?: string;
  /** Whether the user has the privilege to do this to at least their own rows. */
  readonly privileges: Readonly<Record<Privilege, boolean>>;
}

export type Privilege = 'create' | 'read' | 'write' | 'delete' | 'append' | 'appendTo' | 'assign';

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

export interface ViewDefinition {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  /** 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup. */
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly fetchXml: string;
  readonly columns: readonly ViewColumn[];
  /** Quick find: the columns searched (from the filter marked isquickfindfields). */
  readonly quickFindColumns: readonly string[];
}

/** A cell of layoutxml. */
export interface ViewColumn {
  /** `fullname`, or `alias.attribute` for a linked table. */
  readonly name: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly isSortable: boolean;
  /** The column it shows, found through the alias: table and logical name. */
  readonly table: string;
  readonly column: string;
}

export interface FormDefinition {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  /** main, quickCreate, quick, card: the FormXml folder's name. */
  readonly type: string;
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
  /** Scripts to load before the handlers run, by web resource name. */
  readonly libraries: readonly string[];
  readonly events: readonly FormEvent[];
}

export interface FormTab {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly columns: readonly FormColumn[];
}
export interface FormColumn {
  /** As FormXml has it: `34%`. */
  readonly width: string;
  readonly sections: readonly FormSection[];
}
export interface FormSection {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly visible: boolean;
  /** Cells side by side: 1–4. */
  readonly columns: number;
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormCell {
  readonly id: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  /** Absent: an empty cell. */
  readonly control?: FormControl;
}

/** A control by its class id. What the app does not draw is 'unsupported' and says so in its place. */
export interface FormControl {
  readonly id: string;
  readonly kind: 'field' | 'subgrid' | 'timeline' | 'webresource' | 'unsupported';
  readonly disabled: boolean;
  /** Fields: the column. */
  readonly column?: string;
  readonly subgrid?: SubgridParameters;
  readonly classId: string;
}

export interface SubgridParameters {
  readonly table: string;
  readonly viewId: string;
  /** Absent: all rows of the view. */
  readonly relationship?: string;
  readonly rowsPerPage: number;
  readonly quickFind: boolean;
  readonly viewPicker: boolean;
}

/** A handler of FormXml `<events>`. */
export interface FormEvent {
  readonly event: 'onload' | 'onsave' | 'onchange';
  /** onchange: the column. */
  readonly column?: string;
  readonly library: string;
  readonly functionName: string;
  readonly enabled: boolean;
  readonly passExecutionContext: boolean;
  /** Literal parameters after the context. */
  readonly parameters: readonly (string | number | boolean)[];
}

/** RibbonDiffXml of all solutions for one table. */
export interface Ribbon {
  readonly actions: readonly RibbonAction[];
  /** Ids of controls that a HideCustomAction takes away. */
  readonly hidden: readonly string[];
  readonly commands: Readonly<Record<string, RibbonCommand>>;
  readonly enableRules: Readonly<Record<string, RibbonRule>>;
  readonly displayRules: Readonly<Record<string, RibbonRule>>;
}

/** Where a command bar stands. */
export type RibbonPlace = 'Form' | 'HomepageGrid' | 'SubGrid';

/** A CustomAction whose location is `Mscrm.<place>.<table>.….Controls._children`. */
export interface RibbonAction {
  readonly id: string;
  readonly place: RibbonPlace;
  readonly sequence: number;
  readonly control: RibbonControl;
}

export interface RibbonControl {
  readonly kind: 'button' | 'flyout' | 'split';
  readonly id: string;
  readonly command: string;
  readonly sequence: number;
  readonly label: string;
  readonly alt: string;
  readonly tooltipTitle: string;
  readonly tooltipDescription: string;
  /** Name of the icon's web resource (ModernImage). */
  readonly icon?: string;
  /** Flyouts and split buttons: menu sections with their buttons. */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly RibbonControl[];
  }[];
}

export interface RibbonCommand {
  readonly id: string;
  readonly enableRules: readonly string[];
  readonly displayRules: readonly string[];
  readonly actions: readonly RibbonFunction[];
}

/** A JavaScriptFunction, or the function of a CustomRule. */
export interface RibbonFunction {
  /** Web resource name, without `$webresource:`. */
  readonly library: string;
  readonly functionName: string;
  readonly parameters: readonly RibbonParameter[];
}

export type RibbonParameter =
  | { readonly kind: 'crm'; readonly value: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean };

/** A rule by its kind; what the app does not know is 'unknown', and such a command fails closed: it is hidden. */
export type RibbonRule = { readonly id: string; readonly steps: readonly RibbonRuleStep[] };

export type RibbonRuleStep = { readonly default?: boolean; readonly invert: boolean } & (
  | ({ readonly kind: 'CustomRule' } & RibbonFunction)
  | { readonly kind: 'ValueRule'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'FormStateRule';
      readonly state: 'Create' | 'Existing' | 'ReadOnly' | 'Disabled' | 'BulkEdit';
    }
  | {
      readonly kind: 'SelectionCountRule';
      readonly appliesTo: 'PrimaryEntity' | 'SelectedEntity';
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | {
      readonly kind: 'RecordPrivilegeRule';
      readonly appliesTo: 'PrimaryEntity' | 'SelectedEntity';
      readonly privilege: Privilege;
    }
  | {
      readonly kind: 'EntityPrivilegeRule';
      readonly table?: string;
      readonly appliesTo?: 'PrimaryEntity' | 'SelectedEntity';
      readonly privilege: Privilege;
    }
  | {
      readonly kind: 'EntityRule';
      readonly table?: string;
      readonly appliesTo?: 'PrimaryEntity' | 'SelectedEntity';
      readonly context?: 'Form' | 'HomePageGrid' | 'SubGridStandard' | 'SubGridAssociated';
    }
  | { readonly kind: 'CrmClientTypeRule'; readonly client: 'Web' | 'Outlook' }
  | { readonly kind: 'CommandClientTypeRule'; readonly client: 'Legacy' | 'Modern' | 'Refresh' }
  | { readonly kind: 'OrRule'; readonly alternatives: readonly (readonly RibbonRuleStep[])[] }
  | { readonly kind: 'unknown'; readonly element: string }
);
