import type { Json } from '../../environment/environment.js';

/**
 * What an environment shall have: the schema that solution/src holds, in the words of the metadata Web API. Each
 * `definition` is the JSON that creates the component, as the reference of the entity type has it (EntityMetadata,
 * AttributeMetadata, …). Labels are in every language of the source.
 */
export interface Wanted {
  readonly publisher: PublisherSource;
  readonly solution: SolutionRow;
  readonly choices: readonly ChoiceSource[];
  readonly tables: readonly TableSource[];
  readonly relationships: readonly RelationshipSource[];
}

/** Values of the row of `publisher`. */
export interface PublisherSource {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly description: string;
  /** Customization prefix, without the underscore. */
  readonly prefix: string;
  /** First digits of option values. */
  readonly optionValuePrefix: number;
}

/** Values of the row of `solution`. */
export interface SolutionRow {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly description: string;
}

/** A value of a choice, a state or a status reason. */
export interface OptionSource {
  readonly value: number;
  /** Labels in the API's form. */
  readonly label: Json;
  readonly description: Json;
  /** As `#0078d4`, when it has one. */
  readonly color?: string;
  /** Status reasons only: the state they belong to. */
  readonly state?: number;
  /** States only: the status reason that a row gets with it. */
  readonly defaultStatus?: number;
}

/** A global choice. */
export interface ChoiceSource {
  readonly name: string;
  /** OptionSetMetadata, with its options. */
  readonly definition: Json;
  readonly options: readonly OptionSource[];
}

/** A table that the solution brings whole. */
export interface TableSource {
  readonly name: string;
  /** EntityMetadata, without its columns, its icon and the name of its set. */
  readonly definition: Json;
  readonly setName: string;
  /** Name of the web resource that is its icon. */
  readonly icon?: string;
  readonly primaryColumn: string;
  readonly columns: readonly ColumnSource[];
  readonly keys: readonly KeySource[];
}

/** How a column comes to be: by a request of its own, with its relationship, or with its table. */
export type ColumnOrigin = 'column' | 'relationship' | 'platform';

/** A column. Of one that the platform makes, the solution has the say on the texts alone. */
export interface ColumnSource {
  readonly name: string;
  readonly origin: ColumnOrigin;
  /** AttributeMetadata, without options. */
  readonly definition: Json;
  /** A global choice of this solution that its values come from. */
  readonly choice?: string;
  /** Options of its own. */
  readonly options?: readonly OptionSource[];
}

/** An alternate key. */
export interface KeySource {
  readonly name: string;
  /** EntityKeyMetadata. */
  readonly definition: Json;
}

/** A relationship that the solution brings; those of system columns are the platform's. */
export interface RelationshipSource {
  readonly name: string;
  readonly kind: 'OneToMany' | 'ManyToMany';
  /** OneToManyRelationshipMetadata, with its Lookup, or ManyToManyRelationshipMetadata. */
  readonly definition: Json;
}
