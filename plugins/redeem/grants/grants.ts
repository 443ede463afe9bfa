import type { Settings } from '../../contract/settings.js';
import { webRoleNames, type InvitationToRedeem } from '../facts/invitationToRedeem.js';
import type { Redeemer } from '../facts/redeemer.js';
import type { Granted } from '../redemption.js';

/**
 * What becomes of the account of an invitation.
 *  none      it names none
 *  assigned  the contact had none
 *  had       the contact belongs to it already
 *  kept      the contact belongs to another one and stays there
 *  replaced  the contact belongs to another one and leaves it
 */
export type AccountGrant = 'none' | 'assigned' | 'had' | 'kept' | 'replaced';

/** What the redeeming contact gets, and what of it they do not have yet. */
export interface Grants {
  readonly account: AccountGrant;
  /** Account to become the contact's parent; undefined when nothing changes. */
  readonly accountId: string | undefined;
  /** Web roles the contact lacks. */
  readonly webRoleIds: readonly string[];
  /** Workflow to start on the contact. */
  readonly workflowId: string | undefined;
  /** The same in words. */
  readonly granted: Granted;
}

/** What an invitation grants a contact. Another parent is replaced only where the policy says so: it may be there for a reason. */
export function grantsFor(
  invitation: InvitationToRedeem,
  redeemer: Redeemer,
  policy: Settings['accountPolicy'],
): Grants {
  const account = accountGrant(invitation, redeemer, policy);
  const has = new Set(redeemer.inv_webrole_contacts.map((role) => role.inv_webroleid));
  const missing = invitation.inv_invitation_webroles.filter((role) => !has.has(role.inv_webroleid));
  const changes = account === 'assigned' || account === 'replaced';
  return {
    account,
    accountId: changes ? (invitation._inv_accountid_value ?? undefined) : undefined,
    webRoleIds: missing.map((role) => role.inv_webroleid),
    workflowId: invitation._inv_workflowid_value ?? undefined,
    granted: grantedBy(invitation, account),
  };
}

/** What a contact has of an invitation that they have redeemed before. */
export const grantedNow = (invitation: InvitationToRedeem, redeemer: Redeemer): Granted =>
  grantedBy(invitation, accountGrant(invitation, redeemer, 'keep'));

function accountGrant(
  { _inv_accountid_value: account }: InvitationToRedeem,
  { _parentcustomerid_value: parent }: Redeemer,
  policy: Settings['accountPolicy'],
): AccountGrant {
  if (account === null) return 'none';
  if (parent === null) return 'assigned';
  if (parent === account) return 'had';
  return policy === 'replace' ? 'replaced' : 'kept';
}

function grantedBy(invitation: InvitationToRedeem, account: AccountGrant): Granted {
  const name = invitation.inv_accountid?.name ?? undefined;
  const theirs = name !== undefined && account !== 'kept';
  return {
    ...(theirs ? { account: name } : {}),
    keptAccount: account === 'kept',
    webRoles: webRoleNames(invitation),
    workflow: invitation._inv_workflowid_value !== null,
  };
}
