import { invitation as table, webRole } from '../../solution/schema.js';
import { hashCode, lookupHash, normaliseCode } from '../invitation/code.js';
import type { Dataverse } from '../dataverse/door.js';
import { invitationError } from '../errors/invitationError.js';
import type { RedemptionRequest } from './redemption.js';

/** The invitation a code belongs to; of its contacts only the one who asks is read. */
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
  readonly statecode: number;
  readonly _inv_contactid_value: string | null;
  readonly _inv_accountid_value: string | null;
  readonly _inv_workflowid_value: string | null;
  readonly _inv_redeemedcontactid_value: string | null;
  readonly inv_invitation_webroles: readonly { readonly inv_webroleid: string }[];
  readonly inv_invitation_invitedcontacts: readonly { readonly contactid: string }[];
  readonly inv_invitation_redeemedcontacts: readonly { readonly contactid: string }[];
};

/** The contact who asks. */
export type Redeemer = {
  readonly '@odata.etag': string;
  readonly contactid: string;
  readonly fullname: string | null;
  readonly statecode: number;
  readonly _parentcustomerid_value: string | null;
  readonly inv_webrole_contacts: readonly { readonly inv_webroleid: string }[];
};

/** All a redemption is decided on. What changes after the read is caught by the guards of the changeset. */
export interface RedemptionFacts {
  /** Undefined when no invitation has the code. */
  readonly invitation: InvitationToRedeem | undefined;
  readonly redeemer: Redeemer | undefined;
}

/**
 * Reads everything in one request. A code that cannot be one is looked up like any other (see lookupHash).
 */
export async function readRedemptionFacts(
  { code, contactId }: RedemptionRequest,
  dataverse: Dataverse,
): Promise<RedemptionFacts> {
  const asker = `($select=contactid;$filter=contactid eq ${contactId})`;
  const [invitation, redeemer] = await dataverse.readTogether([
    {
      set: table.set,
      key: { inv_codehash: lookupHash(code) },
      select: [
        'inv_name',
        'inv_type',
        'inv_code',
        'inv_codehash',
        'inv_expirydate',
        'inv_maximumredemptions',
        'inv_redemptions',
        'statecode',
        '_inv_contactid_value',
        '_inv_accountid_value',
        '_inv_workflowid_value',
        '_inv_redeemedcontactid_value',
      ],
      expand: [
        `${table.manyToMany.webRoles}($select=inv_webroleid;$filter=statecode eq 0)`,
        `${table.manyToMany.invitedContacts}${asker}`,
        `${table.manyToMany.redeemedContacts}${asker}`,
      ],
    },
    {
      set: 'contacts',
      key: contactId,
      select: ['fullname', 'statecode', '_parentcustomerid_value'],
      expand: [`${webRole.manyToMany.contacts}($select=inv_webroleid)`],
    },
  ]);
  const found = invitation as InvitationToRedeem | undefined;
  return {
    invitation: found && hasItsCode(found) ? found : undefined,
    redeemer: redeemer as Redeemer | undefined,
  };
}

/**
 * After somebody edited a code, its old hash stands until the code plugin comes by. Until then the old code
 * must not open the invitation: it was replaced for a reason.
 *
 * @throws InvitationError when there is a hash but no code: the service may not read codes. (Or somebody has
 *   just emptied the field; then the code plugin gives it a new one, and the next attempt finds nothing.)
 */
function hasItsCode({ inv_code: code, inv_codehash: hash }: InvitationToRedeem): boolean {
  if (code === null) throw invitationError('INV_CODE_UNREADABLE');
  const normalised = normaliseCode(code);
  return normalised !== undefined && hashCode(normalised) === hash;
}
