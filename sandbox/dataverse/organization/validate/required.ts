import { errors } from '../../errors.js';
import type { StoredRow } from '../../storage/store.js';
import type { Column, Table } from '../../metadata/model.js';

/**
 * Refuses a row in which a required column is empty. The real Web API enforces system-required columns and leaves
 * business-required ones to forms; the sandbox enforces both, so that nobody comes to rely on the gap.
 *
 * @param row a whole new row, or the changes of an update
 * @throws DataverseError 400 0x80040200 naming the column
 */
export function requireColumns(table: Table, row: StoredRow, operation: 'create' | 'update'): void {
  for (const column of table.columns.values()) {
    if (!isRequired(column)) continue;
    const value = row[column.logicalName];
    const missing = operation === 'create' ? value === undefined || value === null : value === null;
    if (missing) throw errors.requiredMissing(column.logicalName, table.logicalName);
  }
}

/** Columns that no client can set are the platform's own business; party lists and files are not part of the row. */
function isRequired({ required, validForCreate, type }: Column): boolean {
  const inRow = !['partylist', 'virtual', 'image', 'file'].includes(type);
  return inRow && validForCreate && (required === 'required' || required === 'systemrequired');
}
