/** What the schema module says of the solution, as read from its XML. Names are logical names unless said otherwise. */
export interface SolutionSchema {
  readonly uniqueName: string;
  readonly version: string;
  /** Customization prefix of the publisher, without the underscore. */
  readonly prefix: string;
  readonly tables: readonly TableSchema[];
  readonly environmentVariables: readonly VariableSchema[];
  readonly roles: readonly string[];
  readonly columnSecurityProfiles: readonly string[];
  readonly emailTemplates: readonly TemplateSchema[];
}

export interface TableSchema {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly setName: string;
  readonly isActivity: boolean;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: readonly ColumnSchema[];
  readonly keys: readonly { readonly label: string; readonly columns: readonly string[] }[];
  readonly lookups: readonly LookupSchema[];
  readonly manyToMany: readonly LinkSchema[];
}

export interface ColumnSchema {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** As the XML spells it: nvarchar, picklist, lookup … */
  readonly type: string;
  /** Added by this solution, as opposed to one that Dataverse gives every table. */
  readonly isOwn: boolean;
  readonly canBeNull: boolean;
  /** Can be given when a row is created or updated. */
  readonly writable: boolean;
  readonly isDateOnly: boolean;
  readonly maxLength?: number;
  readonly choice?: readonly OptionSchema[];
}

export interface OptionSchema {
  readonly value: number;
  readonly label: string;
  readonly description: string;
}

/** A single-valued navigation property. */
export interface LookupSchema {
  readonly column: string;
  readonly navigation: string;
  readonly target: string;
}

/** One end of a many-to-many relationship. */
export interface LinkSchema {
  /** What the other end's rows are called here: Invited Contacts. */
  readonly label: string;
  readonly navigation: string;
  readonly target: string;
}

export interface VariableSchema {
  /** Schema name: `inv_SiteUrl`. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly defaultValue?: string;
}

export interface TemplateSchema {
  readonly id: string;
  readonly title: string;
  /** LCID. */
  readonly language: number;
}
