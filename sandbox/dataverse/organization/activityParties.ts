import { randomUUID } from 'node:crypto';
import { errors } from '../errors.js';
import { quote, tableName } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Attributes, AttributeValue, Party, Reference } from './attributes.js';
import { isPartyList, partiesAttribute } from './attributes.js';
import type { Session } from './organization.js';
import { addressOf } from './partyAddress.js';
import { insertRow } from './rowStorage.js';
import { present } from './systemColumns.js';
import { validReference } from './validate/lookup.js';
import { validText } from './validate/text.js';

/** Who an activity is about, and whose it is: the platform keeps these two parties itself. */
const regardingMask = 8;
const ownerMask = 9;

/** Participation type masks of the parties a caller may write, with the party list column each belongs to. */
const partyLists: ReadonlyMap<number, string> = new Map([
  [1, 'from'],
  [2, 'to'],
  [3, 'cc'],
  [4, 'bcc'],
  [5, 'requiredattendees'],
  [6, 'optionalattendees'],
  [7, 'organizer'],
  [10, 'resources'],
  [11, 'customers'],
  [12, 'partners'],
]);

/** The parties among a write's attributes; undefined when it says nothing about them. */
export function partiesOf(attributes: Attributes): readonly Party[] | undefined {
  const value: AttributeValue | undefined = attributes[partiesAttribute];
  return isPartyList(value) ? value : undefined;
}

/** The rows that a write makes parties of its activity: the caller must be allowed to append to them, as through a lookup. */
export function referencesOfParties(attributes: Attributes): readonly Reference[] {
  return (partiesOf(attributes) ?? []).flatMap(({ party }) => party ?? []);
}

/**
 * Replaces the parties of an activity that callers write, and returns them with their addresses.
 *
 * @throws DataverseError 400 for a mask the activity has no party list for, a party that is nobody, or a table that
 * cannot take part; 404 for a party that does not exist
 */
export function replaceParties(
  session: Session,
  table: Table,
  id: string,
  parties: readonly Party[],
): readonly Party[] {
  const { store } = session.organization;
  const known = parties.map((party) => resolved(session, table, party));
  store.run(
    `DELETE FROM ${quote('activityparty')} WHERE activityid = ? AND participationtypemask NOT IN (${String(regardingMask)}, ${String(ownerMask)})`,
    [id],
  );
  for (const party of known) insertParty(session, table, id, party);
  return known;
}

/** Writes the platform's own parties anew, after the regarding row or the owner changed. */
export function replacePlatformParties(session: Session, table: Table, id: string, row: StoredRow): void {
  const kept: readonly (readonly [number, string])[] = [
    [regardingMask, 'regardingobjectid'],
    [ownerMask, 'ownerid'],
  ];
  for (const [mask, column] of kept) {
    if (!(column in row)) continue;
    session.organization.store.run(
      `DELETE FROM ${quote('activityparty')} WHERE activityid = ? AND participationtypemask = ?`,
      [id, mask],
    );
    const party = storedReference(row, column);
    if (party && canTakePart(session, party)) insertParty(session, table, id, { mask, party });
  }
}

/** Removes all parties of a deleted activity. */
export function removeParties({ organization }: Session, id: string): void {
  const parties = tableName(organization.catalogue.table('activityparty'));
  organization.store.run(`DELETE FROM ${parties} WHERE activityid = ?`, [id]);
}

function storedReference(row: StoredRow, column: string): Reference | undefined {
  const id = row[column];
  const table = row[`${column}$type`];
  return typeof id === 'string' && typeof table === 'string' ? { table, id } : undefined;
}

/** Any row may be what an activity is about; only some tables' rows can be parties. */
function canTakePart({ organization }: Session, { table }: Reference): boolean {
  return partyColumn(organization.catalogue.table('activityparty')).targets.includes(table);
}

function resolved(session: Session, table: Table, party: Party): Party {
  const { organization } = session;
  const parties = organization.catalogue.table('activityparty');
  requirePartyList(table, party.mask);
  const addressed = parties.columns.get('addressused');
  if (party.addressUsed !== undefined && addressed)
    validText(parties.logicalName, addressed, party.addressUsed);
  if (!party.party) {
    if (party.addressUsed === undefined) {
      throw errors.invalidArgument(
        'A party of an activity needs a row (partyid) or an address (addressused).',
      );
    }
    return party;
  }
  const reference = validReference(organization, parties.logicalName, partyColumn(parties), party.party);
  const address = party.addressUsed ?? addressOf(session, reference);
  return { mask: party.mask, party: reference, ...(address === undefined ? {} : { addressUsed: address }) };
}

function requirePartyList(table: Table, mask: number): void {
  const column = partyLists.get(mask);
  const lists = [...table.columns.values()].filter(({ type }) => type === 'partylist');
  const isKnown = column !== undefined && (lists.length === 0 || table.columns.has(column));
  if (!isKnown) {
    throw errors.invalidArgument(
      `The participation type mask ${String(mask)} is not valid for activities of type ${table.logicalName}.`,
    );
  }
}

function partyColumn(parties: Table) {
  const column = parties.columns.get('partyid');
  if (!column) throw new Error('The base table activityparty lacks partyid.');
  return column;
}

function insertParty({ organization }: Session, table: Table, activityId: string, party: Party): void {
  const parties = organization.catalogue.table('activityparty');
  insertRow(organization.store, parties, {
    [parties.primaryId]: randomUUID(),
    ...present(parties, 'activityid', { table: table.logicalName, id: activityId }),
    ...present(parties, 'partyid', party.party ?? null),
    ...present(parties, 'participationtypemask', party.mask),
    ...present(parties, 'addressused', party.addressUsed ?? null),
    versionnumber: organization.store.nextVersion(),
  });
}
