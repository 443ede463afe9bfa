import type { Navigation } from '../../metadata/model.js';
import type { Attributes, Reference } from '../../organization/attributes.js';
import type { JsonObject } from './jsonBody.js';

/** A new row to be created first, which a lookup of the payload's row will then refer to. */
export interface NestedRow {
  readonly column: string;
  readonly table: string;
  readonly payload: JsonObject;
}

/** Rows to be tied to the payload's row through one of its collections once it exists: new ones and existing ones. */
export interface NestedCollection {
  readonly navigation: Exclude<Navigation, { kind: 'single' }>;
  readonly create: readonly JsonObject[];
  readonly bind: readonly Reference[];
}

/** What a JSON object says about a row. */
export interface Payload {
  /** Plain columns, lookups to existing rows, and an activity's parties. */
  readonly attributes: Attributes;
  readonly lookups: readonly NestedRow[];
  readonly collections: readonly NestedCollection[];
}
