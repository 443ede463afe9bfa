import type { AttributeValue } from '../organization/attributes.js';
import { changePointer } from '../organization/activityPointer.js';
import type { Session } from '../organization/organization.js';
import { changeRow } from '../organization/rowStorage.js';
import { modificationColumns, present } from '../organization/systemColumns.js';
import type { ColumnValue } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import { emailState, emailStatus } from './emailStatus.js';

/** What an e-mail's life cycle changes, by logical name. */
export type EmailChanges = Readonly<Record<string, Exclude<AttributeValue, readonly unknown[]>>>;

/**
 * Moves an e-mail to a status reason, and to the state that goes with it. This is the platform's own step: the row may
 * be completed, which for callers is read-only. `modifiedby` becomes the session's caller.
 */
export function changeEmail(session: Session, id: string, status: number, changes: EmailChanges = {}): void {
  const { catalogue, store } = session.organization;
  const table = catalogue.table('email');
  const open = status === emailStatus.draft || status === emailStatus.failed;
  const values: Record<string, ColumnValue> = {
    statecode: open ? emailState.open : emailState.completed,
    statuscode: status,
    ...changes,
  };
  const columns = Object.entries(values).map(([name, value]) => present(table, name, value));
  const row: StoredRow = Object.assign({}, ...columns, modificationColumns(session, table)) as StoredRow;
  store.transaction(() => {
    changeRow(store, table, id, row);
    changePointer(catalogue, store, table, id, row);
  });
}
