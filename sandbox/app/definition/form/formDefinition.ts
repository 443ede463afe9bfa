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
  readonly kind: 'field' | 'subgrid' | 'quickform' | 'timeline' | 'webresource' | 'unsupported';
  readonly disabled: boolean;
  /** Fields: the column. */
  readonly column?: string;
  readonly subgrid?: SubgridParameters;
  readonly quickView?: QuickViewParameters;
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
  /** ChartGridMode Chart: a chart of the rows in their place; without an id the table's default one. */
  readonly chart?: { readonly id?: string; readonly picker: boolean };
}

/** A quick view form: some columns of the row that a lookup of the form points to, to read. */
export interface QuickViewParameters {
  readonly lookup: string;
  /** The form for each table that the lookup may point to. */
  readonly forms: readonly { readonly table: string; readonly formId: string }[];
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
