export interface ViewDefinition {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  /** What it is for: see `queryType`. */
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
