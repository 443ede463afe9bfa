import { DataverseError } from '../errors.js';
import type { Table } from '../metadata/model.js';

/** Tables whose rows come and go with those of other tables: parties and the list of all activities. */
const derived = new Set(['activityparty', 'activitypointer']);

/**
 * Refuses tables without rows of their own: intersect tables change by linking, parties and pointers with their activity.
 *
 * @throws DataverseError 400 0x80040800
 */
export function requireWritableTable(table: Table, operation: 'Create' | 'Update' | 'Delete'): void {
  if (!table.isIntersect && !derived.has(table.logicalName)) return;
  throw new DataverseError(
    400,
    '0x80040800',
    `The '${operation}' method does not support entities of type '${table.logicalName}'.`,
  );
}
