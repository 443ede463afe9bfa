import { invitation as table } from '../../../solution/schema.js';
import type { Read, Row } from '../../dataverse/door.js';
import { invitationError } from '../../errors/invitationError.js';
import { hashCode, normaliseCode } from '../../invitation/code.js';

/** The invitation a code belongs to; of its contacts only those who may be the one who asks are read. */
export type InvitationToRedeem = {
  readonly '@odata.etag': string;
  readonly inv_invitationid: string;
  readonly inv_name: string;
  readonly inv_type: number;
  readonly inv_code: string | null;
  readonly inv_codehash: string;
  readonly inv_expirydate: string | null;
  readonly inv_maximumredemptions: number | null;
  readonly inv_redemptions: number | null;
  readonly inv_sendgeneration: number | null;
  readonly statecode: number;
  readonly statuscode: number;
  readonly _inv_contactid_value: string | null;
  readonly _inv_accountid_value: string | null;
  readonly _inv_workflowid_value: string | null;
  readonly _inv_redeemedcontactid_value: string | null;
  readonly _owninguser_value: string | null;
  readonly _owningteam_value: string | null;
  readonly inv_accountid: { readonly name: string | null } | null;
  readonly inv_invitation_webroles: readonly {
    readonly inv_webroleid: string;
    readonly inv_name: string;
  }[];
  readonly inv_invitation_invitedcontacts: readonly { readonly contactid: string }[];
  readonly inv_invitation_redeemedcontacts: readonly { readonly contactid: string }[];
};

const columns = [
  'inv_name',
  'inv_type',
  'inv_code',
  'inv_codehash',
  'inv_expirydate',
  'inv_maximumredemptions',
  'inv_redemptions',
  'inv_sendgeneration',
  'statecode',
  'statuscode',
  '_inv_contactid_value',
  '_inv_accountid_value',
  '_inv_workflowid_value',
  '_inv_redeemedcontactid_value',
  '_owninguser_value',
  '_owningteam_value',
];

/**
 * Asks for the invitation of a code. A code that cannot be one is looked up like any other (see lookupHash).
 *
 * @param contacts OData condition on a contact: which of the invited and of the redeemed contacts are read
 * @param alsoExpand more of what belongs to it
 */
export const invitationRead = (
  codeHash: string,
  contacts: string,
  alsoExpand: readonly string[] = [],
): Read => ({
  set: table.set,
  key: { inv_codehash: codeHash },
  select: columns,
  expand: [
    `${table.lookups.assignToAccount}($select=name)`,
    `${table.manyToMany.webRoles}($select=inv_webroleid,inv_name;$filter=statecode eq 0)`,
    ...contactExpands(contacts),
    ...alsoExpand,
  ],
});

/** Asks which of some contacts belong to the invitation of a code, when the rest is known. */
export const membersRead = (codeHash: string, contacts: string): Read => ({
  set: table.set,
  key: { inv_codehash: codeHash },
  select: [table.id],
  expand: contactExpands(contacts),
});

const contactExpands = (contacts: string): readonly string[] => [
  `${table.manyToMany.invitedContacts}($select=contactid;$filter=${contacts})`,
  `${table.manyToMany.redeemedContacts}($select=contactid;$filter=${contacts})`,
];

/**
 * The invitation that was read. After somebody edited a code, its old hash stands until the code plugin comes by; until then the old
 * code must not open the invitation: it was replaced for a reason.
 *
 * @returns undefined when the code is not its code
 * @throws InvitationError when there is a hash but no code: the service may not read codes. (Or somebody has
 *   just emptied the field; then the code plugin gives it a new one, and the next attempt finds nothing.)
 */
export function invitationOf(row: Row | undefined): InvitationToRedeem | undefined {
  if (row === undefined) return undefined;
  const found = row as InvitationToRedeem;
  if (found.inv_code === null) throw invitationError('INV_CODE_UNREADABLE');
  const normalised = normaliseCode(found.inv_code);
  return normalised !== undefined && hashCode(normalised) === found.inv_codehash ? found : undefined;
}

/** True for one that somebody has ended because it had expired: it is inactive, too. */
export const isEndedAsExpired = ({ statuscode }: Pick<InvitationToRedeem, 'statuscode'>): boolean =>
  statuscode === table.status.expired;

/** True for the invitation of a group. */
export const isGroup = ({ inv_type: type }: Pick<InvitationToRedeem, 'inv_type'>): boolean =>
  type === table.type.group;

/** Names of the web roles that it grants, in order. */
export const webRoleNames = ({ inv_invitation_webroles: roles }: InvitationToRedeem): readonly string[] =>
  roles.map((role) => role.inv_name).sort();

/** Whom it invites, as far as its contacts were read. The invited contact of a single invitation is one column, of a group a list. */
export const invitedIds = (invitation: InvitationToRedeem): ReadonlySet<string> =>
  isGroup(invitation)
    ? new Set(invitation.inv_invitation_invitedcontacts.map((contact) => contact.contactid))
    : given(invitation._inv_contactid_value);

/** Who has redeemed it, as far as its contacts were read. */
export const redeemedIds = (invitation: InvitationToRedeem): ReadonlySet<string> =>
  isGroup(invitation)
    ? new Set(invitation.inv_invitation_redeemedcontacts.map((contact) => contact.contactid))
    : given(invitation._inv_redeemedcontactid_value);

const given = (id: string | null): ReadonlySet<string> => new Set(id === null ? [] : [id]);
