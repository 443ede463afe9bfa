/** A column, as far as forms, views and commands depend on it. */
export interface Column {
  readonly name: string;
  /** Type as the customizations XML spells it: nvarchar, lookup, picklist … */
  readonly type: string;
  /** Values of a choice with values of its own (a state or a status reason too); undefined for the rest. */
  readonly options?: ReadonlySet<string>;
}

/** A table with all its columns. */
export interface Table {
  readonly name: string;
  /** The name as files of a solution spell it: `Contact`. */
  readonly schemaName: string;
  /** Who owns rows: a user, the organization, or nobody. */
  readonly ownership: 'user' | 'organization' | 'none';
  readonly isActivity: boolean;
  readonly primaryId: string;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A relationship and the two tables it joins; of a one-to-many the first is the one referred to. */
export interface Relationship {
  readonly name: string;
  readonly kind: 'OneToMany' | 'ManyToMany';
  readonly first: string;
  readonly second: string;
}
