import type { LookupRow } from '../host/host.js';

/** Text, number, two-options, date, one or more rows, several options: as `Attribute.getValue` gives them. */
export type AttributeValue =
  string | number | boolean | Date | readonly LookupRow[] | readonly number[] | null;
