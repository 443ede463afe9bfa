import type { Reference } from './attributes.js';
import type { Session } from './organization.js';
import { retrieveStored } from './retrieveStored.js';

/** The column that holds a party's mail address, for each table whose rows can receive mail. */
const addressColumns: ReadonlyMap<string, string> = new Map([
  ['account', 'emailaddress1'],
  ['contact', 'emailaddress1'],
  ['queue', 'emailaddress'],
  ['systemuser', 'internalemailaddress'],
  ['team', 'emailaddress'],
]);

/** The mail address a party is reached under; undefined when it has none. */
export function addressOf(session: Session, party: Reference): string | undefined {
  const column = addressColumns.get(party.table);
  if (column === undefined) return undefined;
  const table = session.organization.catalogue.table(party.table);
  const address = retrieveStored(session, table, party.id, [column])?.[column];
  return typeof address === 'string' ? address : undefined;
}
