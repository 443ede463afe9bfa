import type { Table } from '../metadata/model.js';
import { toStored } from '../storage/columns.js';
import type { SqlValue, StoredRow } from '../storage/store.js';
import type { Attributes } from './attributes.js';
import type { Session } from './organization.js';
import { changeRow } from './rowStorage.js';
import { systemSession } from './systemSession.js';

/** Who has a mailbox, and where the row keeps its address. An application user has none. */
const addressColumns: Readonly<Record<string, string>> = {
  systemuser: 'internalemailaddress',
  queue: 'emailaddress',
};

/** `emailrouteraccessapproval`: 1 approved. */
const approved = 1;
const serverSideSynchronization = 2;

/**
 * Gives a new user or queue its mailbox ("Configure the email delivery method": each gets one when it is created). The
 * sandbox tests and enables a mailbox as soon as its address is approved.
 *
 * @param create makes a row (`createRow`)
 */
export function createDefaultMailbox(
  session: Session,
  table: Table,
  id: string,
  row: StoredRow,
  create: (session: Session, table: Table, attributes: Attributes) => string,
): void {
  const { organization } = session;
  const address = row[addressColumns[table.logicalName] ?? ''];
  const column = table.columns.get('defaultmailbox');
  const isApplication = (row['applicationid'] ?? null) !== null;
  const hasMailbox = (row['defaultmailbox'] ?? null) !== null;
  if (typeof address !== 'string' || column === undefined || isApplication || hasMailbox) return;
  const mailbox = create(systemSession(organization), organization.catalogue.table('mailbox'), {
    name: String(row[table.primaryName ?? ''] ?? address),
    emailaddress: address,
    outgoingemaildeliverymethod: serverSideSynchronization,
    regardingobjectid: { table: table.logicalName, id },
    ...approval(row['emailrouteraccessapproval']),
  });
  changeRow(organization.store, table, id, toStored(column, { table: 'mailbox', id: mailbox }));
}

/** Who approves a user's or a queue's address approves its mailbox, and the other way about. */
export function carryApproval(session: Session, table: Table, id: string, changes: StoredRow): void {
  const { catalogue, store } = session.organization;
  const value = changes['emailrouteraccessapproval'];
  if (value === undefined) return;
  const mailbox = catalogue.table('mailbox');
  const change = (mailboxId: string): void =>
    changeRow(store, mailbox, mailboxId, storedApproval(mailbox, value));
  if (table === mailbox) {
    change(id);
    for (const name of Object.keys(addressColumns)) {
      const owner = catalogue.table(name);
      const sql = `SELECT ${owner.primaryId} AS id FROM ${name} WHERE defaultmailbox = ?`;
      const found = store.one(sql, [id])?.['id'];
      if (typeof found === 'string') changeRow(store, owner, found, { emailrouteraccessapproval: value });
    }
  } else if (addressColumns[table.logicalName] !== undefined) {
    const sql = `SELECT defaultmailbox AS id FROM ${table.logicalName} WHERE ${table.primaryId} = ?`;
    const found = store.one(sql, [id])?.['id'];
    if (typeof found === 'string') change(found);
  }
}

/** What approval means for a mailbox: approved, it is tested and enabled; else it is not. */
function approval(value: SqlValue | undefined) {
  const isApproved = value === approved;
  return {
    emailrouteraccessapproval: typeof value === 'number' ? value : 0,
    enabledforoutgoingemail: isApproved,
    outgoingemailstatus: isApproved ? 1 : 0,
  };
}

function storedApproval(mailbox: Table, value: SqlValue): StoredRow {
  const row: StoredRow = {};
  for (const [name, given] of Object.entries(approval(value))) {
    const column = mailbox.columns.get(name);
    if (column !== undefined) Object.assign(row, toStored(column, given));
  }
  return row;
}
