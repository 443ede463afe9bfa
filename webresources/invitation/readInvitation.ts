import * as invitation from '../rules/invitationTable.js';
import { contactToMailColumns, type ContactToMail } from '../rules/mailable.js';
import { invitationToSendColumns, type InvitationToSend } from '../rules/whyNotSend.js';

/** Somebody who is invited. */
export interface Invitee extends ContactToMail {
  readonly fullname: string | null;
}

/** An invitation with everybody who is invited. */
export interface InvitationWithInvitees extends InvitationToSend {
  readonly '@odata.etag': string;
  /** How often it was sent; none = 0. */
  readonly inv_sendgeneration: number | null;
  readonly invitees: readonly Invitee[];
}

/** Reads an open invitation as Dataverse has it now, not as the form shows it. */
export async function readInvitation(id: string): Promise<InvitationWithInvitees> {
  const contact = `($select=fullname,${contactToMailColumns})`;
  const row = (await Xrm.WebApi.retrieveRecord(
    invitation.table,
    id,
    `?$select=inv_sendgeneration,${invitationToSendColumns}&$expand=${invitation.invitedContact}${contact},${invitation.invitedContacts}${contact}`,
  )) as Omit<InvitationWithInvitees, 'invitees'> & {
    readonly inv_contactid: Invitee | null;
    readonly inv_invitation_invitedcontacts: readonly Invitee[];
  };
  const single = row.inv_contactid === null ? [] : [row.inv_contactid];
  return {
    ...row,
    invitees: row.inv_type === invitation.type.group ? row.inv_invitation_invitedcontacts : single,
  };
}
