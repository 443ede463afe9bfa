import type { Read } from '../dataverse/door.js';
import { invitation } from '../../solution/schema.js';
import { codedColumns, type CodedInvitation } from '../code/codeChange.js';

/**
 * A contact as the send plugin reads it; the preferred language stands in the column that the settings name.
 */
export type Invitee = {
  readonly contactid: string;
  readonly fullname: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly emailaddress1: string | null;
  readonly donotemail: boolean | null;
  readonly statecode: number;
  readonly [languageColumn: string]: unknown;
};

/** The user who owns a row; absent when a team does. */
export type OwningUser = {
  readonly systemuserid: string;
  readonly fullname: string | null;
  readonly internalemailaddress: string | null;
  readonly isdisabled: boolean;
  /** Set when the user is an application: it has no mailbox. */
  readonly applicationid: string | null;
};

/** An invitation that waits to be sent, with everything about it that a mail can say. */
export type InvitationToSend = CodedInvitation & {
  readonly inv_name: string;
  readonly inv_type: number;
  readonly inv_maximumredemptions: number | null;
  readonly inv_redemptions: number | null;
  readonly inv_sendgeneration: number | null;
  readonly _ownerid_value: string;
  readonly inv_contactid: Invitee | null;
  readonly inv_inviterid: { readonly fullname: string | null } | null;
  readonly inv_accountid: { readonly name: string | null } | null;
  readonly owninguser: OwningUser | null;
  readonly owningteam: { readonly name: string | null } | null;
};

/** Columns of a contact that a mail or the plan needs. */
export const inviteeColumns = (languageColumn: string): readonly string[] => [
  'fullname',
  'firstname',
  'lastname',
  'emailaddress1',
  'donotemail',
  'statecode',
  ...(languageColumn === '' ? [] : [languageColumn]),
];

/** The filter of the invitations that ask to be sent. */
export const asksToBeSent = `statecode eq 0 and statuscode eq ${invitation.status.sendRequested}`;

/** True for an invitation of many contacts. */
export const isGroup = ({ inv_type }: Pick<InvitationToSend, 'inv_type'>): boolean =>
  inv_type === invitation.type.group;

/**
 * The invitations that ask to be sent, the oldest first. `ownerid` is polymorphic and cannot be expanded;
 * `owninguser` and `owningteam` are its two sides. Invited contacts of a group are not expanded but read in
 * pages: an expanded collection ends at 5,000.
 *
 * @param conditions what must hold besides
 */
export function invitationsToSend(
  languageColumn: string,
  pageSize: number,
  conditions: readonly string[] = [],
): Read {
  return {
    set: invitation.set,
    select: [
      ...codedColumns,
      'inv_name',
      'inv_type',
      'inv_maximumredemptions',
      'inv_redemptions',
      'inv_sendgeneration',
      '_ownerid_value',
    ],
    expand: [
      `inv_contactid($select=${inviteeColumns(languageColumn).join(',')})`,
      'inv_inviterid($select=fullname)',
      'inv_accountid($select=name)',
      'owninguser($select=fullname,internalemailaddress,isdisabled,applicationid)',
      'owningteam($select=name)',
    ],
    filter: [asksToBeSent, ...conditions].join(' and '),
    orderBy: ['createdon asc'],
    pageSize,
  };
}
