import { toStored } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';

/**
 * The full name of a person's row, which Dataverse composes itself from first and last name (the organization's full
 * name format, First Last). Empty for tables without one and for writes that touch neither name.
 *
 * @param changes the columns a write sets
 * @param before the row as it was; undefined for a new one
 */
export function fullNameColumns(table: Table, changes: StoredRow, before?: StoredRow): StoredRow {
  const column = table.columns.get('fullname');
  const isComposed = column && table.columns.has('firstname') && table.columns.has('lastname');
  if (!isComposed || !('firstname' in changes || 'lastname' in changes)) return {};
  const row = { ...before, ...changes };
  const name = [row['firstname'], row['lastname']].filter((part) => typeof part === 'string').join(' ');
  return toStored(column, name);
}
