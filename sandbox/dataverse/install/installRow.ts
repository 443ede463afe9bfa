import type { Attributes } from '../organization/attributes.js';
import { createRow } from '../organization/createRow.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { updateRow } from '../organization/updateRow.js';
import { toStored } from '../storage/columns.js';
import type { ColumnValue } from '../storage/columns.js';
import type { Table } from '../metadata/model.js';
import type { StoredRow } from '../storage/store.js';

/** Creates a row unless it exists; an existing one stays as it is. */
export function ensureRow(session: Session, tableName: string, id: string, attributes: Attributes): void {
  const table = session.organization.catalogue.table(tableName);
  if (retrieveStored(session, table, id) === undefined) {
    createRow(session, table, { [table.primaryId]: id, ...attributes });
  }
}

/** Creates a row, or brings an existing one up to date. A row that is up to date keeps its version. */
export function installRow(session: Session, tableName: string, id: string, attributes: Attributes): void {
  const table = session.organization.catalogue.table(tableName);
  const stored = retrieveStored(session, table, id);
  if (stored === undefined) {
    createRow(session, table, { [table.primaryId]: id, ...attributes });
    return;
  }
  const changed = Object.entries(attributes).filter(([name, value]) =>
    differs(table, stored, name, value as ColumnValue),
  );
  if (changed.length > 0) updateRow(session, table, id, Object.fromEntries(changed));
}

function differs(table: Table, stored: StoredRow, name: string, value: ColumnValue): boolean {
  const column = table.columns.get(name);
  if (column === undefined) throw new Error(`The base table ${table.logicalName} lacks the column ${name}.`);
  return Object.entries(toStored(column, value)).some(([physical, wanted]) => stored[physical] !== wanted);
}
