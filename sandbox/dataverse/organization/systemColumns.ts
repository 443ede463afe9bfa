import { toStored } from '../storage/columns.js';
import type { ColumnValue } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Session } from './organization.js';

/** The columns that record who created a row and when, for a new row; they say the same of its first modification. */
export function creationColumns(session: Session, table: Table): StoredRow {
  return { ...stamp(session, table, 'created'), ...modificationColumns(session, table) };
}

/** The columns that record who changed a row last and when, with its new version. */
export function modificationColumns(session: Session, table: Table): StoredRow {
  return {
    ...stamp(session, table, 'modified'),
    versionnumber: session.organization.store.nextVersion(),
  };
}

/** Under impersonation the row is the impersonated user's, and `…onbehalfby` names who really called. */
function stamp({ organization, caller }: Session, table: Table, verb: 'created' | 'modified'): StoredRow {
  const user = (id: string): ColumnValue => ({ table: 'systemuser', id });
  return {
    ...present(table, `${verb}on`, organization.clock.now()),
    ...present(table, `${verb}by`, user(caller.userId)),
    ...present(table, `${verb}onbehalfby`, caller.onBehalfOf === undefined ? null : user(caller.onBehalfOf)),
  };
}

/** A value for a column that not every table has. */
export function present(table: Table, name: string, value: ColumnValue): StoredRow {
  const column = table.columns.get(name);
  return column ? toStored(column, value) : {};
}
