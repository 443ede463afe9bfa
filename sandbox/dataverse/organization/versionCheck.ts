import { errors } from '../errors.js';
import type { StoredRow } from '../storage/store.js';

/** Conditions on a change of an existing row. */
export interface WriteConditions {
  /** The row version the caller has seen; the row must not have changed since. */
  readonly version?: number;
}

/** @throws DataverseError 412 0x80060882 when the row changed since the caller has seen it */
export function requireVersion(row: StoredRow, { version }: WriteConditions): void {
  if (version !== undefined && row['versionnumber'] !== version) throw errors.versionMismatch();
}
