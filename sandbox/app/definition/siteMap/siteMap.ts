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
