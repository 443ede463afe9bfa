import { invitation as table, inviteRedemption, webRole } from '../../../solution/schema.js';
import type { Row, Write } from '../../dataverse/door.js';
import type { Grant } from '../decide.js';
import { isGroup } from '../facts/invitationToRedeem.js';
import { grantedText } from '../grants/grantedText.js';
import { strangersText } from '../../invitation/strangersText.js';
import type { RedemptionRequest } from '../redemption.js';
import { activityLengths } from './activityLengths.js';
import { joinWrites } from './joinWrites.js';

/**
 * Participation of an activity party: shows the activity on the contact's timeline (Dataverse: activityparty,
 * participationtypemask).
 */
const customer = 11;
const { lengths, lookups, state, status, workflowState } = inviteRedemption;
const completed = { statecode: state.completed, statuscode: status.completed } as const;

/**
 * The one transaction of a redemption: count, redeemed contact, activity and grants happen together or not at
 * all. The invitation comes first: who loses the race for it has changed nothing else.
 *
 * The guards, and the race each closes (those of a visitor: joinWrites):
 * - If-Match on the invitation: two redemptions read the same count. One gets through, the other reads again.
 * - the activity's id, made of invitation and contact: one contact twice at once, or again after a lost
 *   answer.
 * - If-Match on the contact, where a parent is set: somebody gave it another parent meanwhile, and that one
 *   stays, or is replaced knowingly.
 * - an association that exists already undoes everything, so only missing ones are made; one made meanwhile
 *   means read again.
 */
export function redemptionWrites(grant: Grant, request: RedemptionRequest): readonly Write[] {
  const { redeemer, grants, invitation } = grant;
  return [
    countUse(grant),
    ...joinWrites(grant),
    createActivity(grant, request),
    // Dataverse creates activities open; one that waits for its workflow stays open until the workflow is
    // started.
    ...(grants.workflowId === undefined ? [completeActivity(grant)] : []),
    ...(grants.accountId === undefined ? [] : [setParent(redeemer, grants.accountId)]),
    ...grants.webRoleIds.map((id) => assignRole(redeemer.contactid, id)),
    ...(isGroup(invitation) ? [addRedeemedContact(grant)] : []),
  ];
}

function countUse(grant: Grant): Write {
  const { invitation, redeemer, redemptions, exhausted } = grant;
  const row: Row = {
    inv_redemptions: redemptions,
    ...(isGroup(invitation)
      ? {}
      : { 'inv_redeemedcontactid@odata.bind': `/contacts(${redeemer.contactid})` }),
    ...(exhausted ? { statuscode: table.status.redeemed } : {}),
  };
  return {
    kind: 'update',
    set: table.set,
    id: invitation.inv_invitationid,
    row,
    version: invitation['@odata.etag'],
  };
}

function createActivity(grant: Grant, request: RedemptionRequest): Write {
  const { invitation, redeemer, redemptionId, grants, joins } = grant;
  const contact = `/contacts(${redeemer.contactid})`;
  const description = grantedText(grants, joins, invitation.inv_accountid?.name ?? undefined);
  const provider = request.identityProvider ?? request.visitor?.provider;
  return {
    kind: 'create',
    set: inviteRedemption.set,
    row: {
      activityid: redemptionId,
      subject: `${redeemer.fullname ?? 'Contact'} redeemed the invitation “${invitation.inv_name}”`.slice(
        0,
        lengths.subject,
      ),
      description: description?.slice(0, activityLengths.description),
      inv_ipaddress: strangersText(request.ipAddress, lengths.inv_ipaddress),
      inv_identityprovider: strangersText(provider, lengths.inv_identityprovider),
      inv_workflowstate: grants.workflowId === undefined ? workflowState.none : workflowState.pending,
      [`${lookups.regardingInvitation}@odata.bind`]: `/${table.set}(${invitation.inv_invitationid})`,
      [`${lookups.contact}@odata.bind`]: contact,
      [inviteRedemption.parties]: [
        { participationtypemask: customer, 'partyid_contact@odata.bind': contact },
      ],
    },
  };
}

const completeActivity = ({ redemptionId }: Grant): Write => ({
  kind: 'update',
  set: inviteRedemption.set,
  id: redemptionId,
  row: completed,
});

const setParent = (redeemer: Grant['redeemer'], accountId: string): Write => ({
  kind: 'update',
  set: 'contacts',
  id: redeemer.contactid,
  row: { 'parentcustomerid_account@odata.bind': `/accounts(${accountId})` },
  version: redeemer['@odata.etag'],
});

const assignRole = (contactId: string, webRoleId: string): Write => ({
  kind: 'associate',
  set: 'contacts',
  id: contactId,
  navigation: webRole.manyToMany.contacts,
  relatedSet: webRole.set,
  relatedId: webRoleId,
});

const addRedeemedContact = ({ invitation, redeemer }: Grant): Write => ({
  kind: 'associate',
  set: table.set,
  id: invitation.inv_invitationid,
  navigation: table.manyToMany.redeemedContacts,
  relatedSet: 'contacts',
  relatedId: redeemer.contactid,
});
