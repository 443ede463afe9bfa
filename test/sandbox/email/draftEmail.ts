import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Party } from '../../../sandbox/dataverse/organization/attributes.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { systemSession } from '../../../sandbox/dataverse/organization/systemSession.js';
import type { StoredRow } from '../../../sandbox/dataverse/storage/store.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';

/** The manager as sender. */
export const fromManager: Party = {
  mask: 1,
  party: { table: 'systemuser', id: developmentUsers.manager.id },
};

/** Somebody outside as recipient, by address alone. */
export const toSomebody: Party = { mask: 2, addressUsed: 'somebody@example.com' };

/** Creates a draft and returns its id. */
export function draftEmail(
  session: Session,
  parties: readonly Party[],
  columns: Readonly<Record<string, string | boolean>> = {},
): string {
  return createRow(session, session.organization.catalogue.table('email'), {
    subject: 'Hello',
    description: '<p>Hello <b>you</b></p>',
    activity_parties: parties,
    ...columns,
  });
}

/** Creates a row as the platform and returns its id. */
export function platformRow(
  organization: Organization,
  table: string,
  columns: Readonly<Record<string, string | number | boolean>>,
): string {
  return createRow(systemSession(organization), organization.catalogue.table(table), columns);
}

/** An e-mail as stored. */
export function storedEmail({ store }: Organization, id: string): StoredRow {
  return store.one('SELECT * FROM email WHERE activityid = ?', [id]) ?? {};
}
