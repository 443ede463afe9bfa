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

/** An entry of the site map: a list of rows, or the dashboards. Entries whose table the user may not read are left out. */
export type SubArea = {
  readonly id: string;
  readonly title: string;
  /** Name of the icon's web resource. */
  readonly icon?: string;
} & (
  | { readonly table: string; readonly dashboard?: undefined }
  | {
      /** The id of the one that is shown first. */
      readonly dashboard: string;
      readonly table?: undefined;
    }
);
