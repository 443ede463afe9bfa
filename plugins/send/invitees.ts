import { invitation as table } from '../../solution/schema.js';
import type { Dataverse } from '../dataverse/door.js';
import { inviteeColumns, type InvitationToSend, type Invitee } from './invitationToSend.js';

/** Who an invitation is for, and who of them has redeemed it. */
export interface Invitees {
  readonly invitees: readonly Invitee[];
  readonly redeemedBy: ReadonlySet<string>;
}

/** A single invitation has its contact with it; the contacts of a group are read, in pages. */
export async function inviteesOf(
  invitation: InvitationToSend,
  languageColumn: string,
  dataverse: Dataverse,
): Promise<Invitees> {
  if (invitation.inv_type !== table.type.group) {
    return { invitees: invitation.inv_contactid ? [invitation.inv_contactid] : [], redeemedBy: new Set() };
  }
  const id = invitation.inv_invitationid;
  const invitees = await linkedContacts<Invitee>(
    table.manyToMany.invitedContacts,
    inviteeColumns(languageColumn),
    id,
    dataverse,
  );
  const redeemed =
    (invitation.inv_redemptions ?? 0) > 0
      ? await linkedContacts<Pick<Invitee, 'contactid'>>(
          table.manyToMany.redeemedContacts,
          ['contactid'],
          id,
          dataverse,
        )
      : [];
  return { invitees, redeemedBy: new Set(redeemed.map(({ contactid }) => contactid)) };
}

/** True when a group has contacts besides those that were read. */
export async function hasOthers(
  { inv_invitationid: id }: InvitationToSend,
  known: readonly Invitee[],
  dataverse: Dataverse,
): Promise<boolean> {
  const ids = new Set(known.map(({ contactid }) => contactid));
  const relationship = table.manyToMany.invitedContacts;
  const now = await linkedContacts<Pick<Invitee, 'contactid'>>(relationship, ['contactid'], id, dataverse);
  return now.some(({ contactid }) => !ids.has(contactid));
}

/** The contacts that a many-to-many relationship links to an invitation. */
export async function linkedContacts<R extends Record<string, unknown>>(
  relationship: string,
  select: readonly string[],
  invitationId: string,
  dataverse: Dataverse,
): Promise<readonly R[]> {
  const found: R[] = [];
  const pages = dataverse.pages<R>({
    set: 'contacts',
    select,
    filter: `${relationship}/any(i:i/inv_invitationid eq ${invitationId})`,
    orderBy: ['contactid asc'],
    pageSize: 1000,
  });
  for await (const rows of pages) found.push(...rows);
  return found;
}
