import type { StoredRow } from '../../../sandbox/dataverse/storage/store.js';
import { hashCode } from '../../../plugins/invitation/code.js';
import { emailId, redemptionId } from '../../../plugins/invitation/ids.js';
import type { World } from './world.js';

/** Generations that a run may come to. */
const generations = [1, 2, 3];
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Columns that say when or how often a row was written, not what it says; and hashes of what another column says. */
const passing = /^(versionnumber|modifiedby|.*\$fold|inv_codehash|inv_identitykey)$/;

/** Which rows of a table belong to an invitation or to a contact: their column that says so. */
const ofInvitations = [
  ['inv_invitation', 'inv_invitationid'],
  ['email', 'regardingobjectid'],
  ['inv_inviteredemption', 'regardingobjectid'],
  ['inv_invitation_redeemedcontacts', 'inv_invitationid'],
  ['task', 'regardingobjectid'],
] as const;
const ofContacts = [
  ['contact', 'contactid'],
  ['inv_externalidentity', 'inv_contactid'],
  ['inv_redemptionrequest', 'inv_contactid'],
  ['inv_webrole_contacts', 'contactid'],
  ['asyncoperation', 'regardingobjectid'],
] as const;

/**
 * Everything that a run has left in Dataverse, table by table: ids under their names, times and codes under a word, so that two runs
 * that did the same are equal. A code must fit its hash: that is said in place of both.
 */
export function finalState(world: World): Readonly<Record<string, readonly StoredRow[]>> {
  const { store } = world.product.sandbox.organization;
  const names = allNames(world);
  const rowsOf = (table: string, column: string, ids: readonly string[]): readonly StoredRow[] =>
    ids.flatMap((id) => store.all(`SELECT * FROM "${table}" WHERE "${column}" = ?`, [id]));
  const tables = [
    ...ofInvitations.map(([table, column]) => [table, rowsOf(table, column, world.invitations)] as const),
    ...ofContacts.map(([table, column]) => [table, rowsOf(table, column, world.contacts)] as const),
  ];
  return Object.fromEntries(
    tables.map(([table, rows]) => [table, rows.map((row) => normalised(row, names)).sort(byText)]),
  );
}

/** What a service answered, with ids and texts under their names. */
export const namedAnswer = (answer: unknown, world: World): unknown =>
  answer === undefined ? undefined : JSON.parse(named(JSON.stringify(answer), allNames(world)));

function allNames({ names, invitations, contacts, product }: World): ReadonlyMap<string, string> {
  const all = new Map(names);
  const nameOf = (id: string): string => names.get(id) ?? id;
  for (const invitation of invitations) {
    const row = product.sandbox.organization.store.one(
      'SELECT inv_code FROM inv_invitation WHERE inv_invitationid = ?',
      [invitation],
    );
    const code = row?.['inv_code'];
    if (typeof code === 'string' && !names.has(code)) all.set(code, `<code of ${nameOf(invitation)}>`);
    for (const contact of contacts) {
      const pair = `${nameOf(invitation)} ${nameOf(contact)}`;
      for (const generation of generations)
        all.set(emailId(invitation, contact, generation), `<mail ${generation} ${pair}>`);
      all.set(redemptionId(invitation, contact), `<redemption ${pair}>`);
    }
  }
  return all;
}

function normalised(row: StoredRow, names: ReadonlyMap<string, string>): StoredRow {
  const shown: StoredRow = {};
  for (const [column, value] of Object.entries(row)) {
    if (passing.test(column)) continue;
    shown[column] = typeof value === 'string' ? named(value, names) : value;
  }
  const { inv_code: code, inv_codehash: hash } = row;
  if (hash !== undefined)
    shown['hash'] =
      typeof code === 'string' && hash === hashCode(code)
        ? 'of the code'
        : hash === null
          ? 'none'
          : 'of another code';
  return shown;
}

function named(value: string, names: ReadonlyMap<string, string>): string {
  let text = value;
  for (const [own, name] of names) if (text.includes(own)) text = text.replaceAll(own, name);
  return text.replace(guid, '<id>').replace(time, '<time>');
}

const byText = (one: StoredRow, other: StoredRow): number =>
  JSON.stringify(one).localeCompare(JSON.stringify(other));
