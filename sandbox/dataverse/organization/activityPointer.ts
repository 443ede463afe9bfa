import { physicalColumns } from '../storage/columns.js';
import type { Store, StoredRow } from '../storage/store.js';
import type { Catalogue } from '../metadata/catalogue.js';
import type { Table } from '../metadata/model.js';
import { changeRow, insertRow, removeRow } from './rowStorage.js';
import { present } from './systemColumns.js';

/**
 * Every activity is also a row of `activitypointer` under the same id: the list of all activities, whatever their type.
 * Here that row is a copy of the columns both tables have.
 */
export function insertPointer(catalogue: Catalogue, store: Store, table: Table, row: StoredRow): void {
  if (!hasPointer(table)) return;
  const pointer = catalogue.table('activitypointer');
  insertRow(store, pointer, { ...sharedColumns(pointer, row), ...activityType(pointer, table) });
}

/** Carries a change of an activity over to its pointer. */
export function changePointer(
  catalogue: Catalogue,
  store: Store,
  table: Table,
  id: string,
  changes: StoredRow,
): void {
  if (!hasPointer(table)) return;
  const pointer = catalogue.table('activitypointer');
  changeRow(store, pointer, id, sharedColumns(pointer, changes));
}

/** Removes the pointer of a deleted activity. */
export function removePointer(catalogue: Catalogue, store: Store, table: Table, id: string): void {
  if (hasPointer(table)) removeRow(store, catalogue.table('activitypointer'), id);
}

/** The column that says which kind of activity a row is; empty for other tables. */
export function activityType(holder: Table, activity: Table): StoredRow {
  return hasPointer(activity) ? present(holder, 'activitytypecode', activity.logicalName) : {};
}

/** Whether rows of a table are activities of a kind of their own (the list of all activities is none). */
export function hasPointer(table: Table): boolean {
  return table.isActivity && table.logicalName !== 'activitypointer';
}

function sharedColumns(pointer: Table, row: StoredRow): StoredRow {
  const shared: StoredRow = {};
  for (const name of storedNames(pointer)) {
    const value = row[name];
    if (value !== undefined) shared[name] = value;
  }
  return shared;
}

const namesByTable = new WeakMap<Table, readonly string[]>();

/** Physical names of a table's columns: asked for with every write of an activity, so they are worked out once. */
function storedNames(table: Table): readonly string[] {
  const names = namesByTable.get(table) ?? [...table.columns.values()].flatMap(physicalColumns);
  namesByTable.set(table, names);
  return names;
}
