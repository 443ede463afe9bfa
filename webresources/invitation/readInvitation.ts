import * as invitation from '../rules/invitationTable.js';
import { contactToMailColumns, type ContactToMail } from '../rules/mailable.js';
import {
  invitationToSendColumns,
  whyNotSend,
  type InvitationToSend,
  type NotSent,
} from '../rules/whyNotSend.js';

/** Somebody who is invited. */
export interface Invitee extends ContactToMail {
  readonly fullname: string | null;
}

/** An invitation with everybody who is invited. */
export interface InvitationWithInvitees extends InvitationToSend {
  readonly invitees: readonly Invitee[];
}

/** Reads an open invitation as Dataverse has it now, not as the form shows it. */
export async function readInvitation(id: string): Promise<InvitationWithInvitees> {
  const contact = `($select=fullname,${contactToMailColumns})`;
  const row = (await Xrm.WebApi.retrieveRecord(
    invitation.table,
    id,
    `?$select=${invitationToSendColumns}&$expand=${invitation.invitedContact}${contact},${invitation.invitedContacts}${contact}`,
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

/** Why the invitation will not be sent, or need not be asked for. The names are those of texts. */
export function obstacleTo(row: InvitationWithInvitees): NotSent | 'alreadyRequested' | undefined {
  const waits = row.statuscode === invitation.status.sendRequested;
  return whyNotSend(row, row.invitees.length > 0) ?? (waits ? 'alreadyRequested' : undefined);
}
