import { invitation as table, inviteRedemption, webRole } from '../../solution/schema.js';
import type { Row, Write } from '../dataverse/door.js';
import type { Decision } from './decide.js';
import type { RedemptionRequest } from './redemption.js';

type Granted = Extract<Decision, { kind: 'grant' }>;

/**
 * Participation of an activity party: shows the activity on the contact's timeline (Dataverse: activityparty,
 * participationtypemask).
 */
const customer = 11;
const { lengths, lookups, state, status, workflowState } = inviteRedemption;
const completed = { statecode: state.completed, statuscode: status.completed } as const;

/**
 * The one transaction of a redemption: count, redeemed contact, activity and grants happen together or not at
 * all.
 *
 * The guards, and the race each closes:
 * - If-Match on the invitation: two redemptions read the same count. One gets through, the other reads again.
 * - the activity's id, made of invitation and contact: one contact twice at once, or again after a lost
 *   answer.
 * - If-Match on the contact, where a parent is set: somebody gave it another parent meanwhile, and that one
 *   stays.
 * - an association that exists already undoes everything, so only missing ones are made; one made meanwhile
 *   means read again.
 */
export function redemptionWrites(granted: Granted, request: RedemptionRequest): readonly Write[] {
  const { redeemer, grants } = granted;
  return [
    countUse(granted),
    createActivity(granted, request),
    // Dataverse creates activities open; one that waits for its workflow stays open until the workflow is
    // started.
    ...(grants.workflowId === undefined ? [completeActivity(granted)] : []),
    ...(grants.accountId === undefined ? [] : [setParent(redeemer, grants.accountId)]),
    ...grants.webRoleIds.map((id) => assignRole(redeemer.contactid, id)),
    ...(isGroup(granted) ? [addRedeemedContact(granted)] : []),
  ];
}

const isGroup = ({ invitation }: Granted): boolean => invitation.inv_type === table.type.group;

function countUse(granted: Granted): Write {
  const { invitation, redeemer, redemptions, exhausted } = granted;
  const row: Row = {
    inv_redemptions: redemptions,
    ...(isGroup(granted) ? {} : { 'inv_redeemedcontactid@odata.bind': `/contacts(${redeemer.contactid})` }),
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

function createActivity(granted: Granted, request: RedemptionRequest): Write {
  const { invitation, redeemer, redemptionId, grants } = granted;
  const contact = `/contacts(${redeemer.contactid})`;
  return {
    kind: 'create',
    set: inviteRedemption.set,
    row: {
      activityid: redemptionId,
      subject: `${redeemer.fullname ?? 'Contact'} redeemed the invitation “${invitation.inv_name}”`.slice(
        0,
        lengths.subject,
      ),
      ...(grants.keepsOtherParent
        ? {
            description:
              'The contact belongs to another company already and stays there; the account of the invitation was not assigned.',
          }
        : {}),
      inv_ipaddress: request.ipAddress?.slice(0, lengths.inv_ipaddress),
      inv_identityprovider: request.identityProvider?.slice(0, lengths.inv_identityprovider),
      inv_workflowstate: grants.workflowId === undefined ? workflowState.none : workflowState.pending,
      [`${lookups.regardingInvitation}@odata.bind`]: `/${table.set}(${invitation.inv_invitationid})`,
      [`${lookups.contact}@odata.bind`]: contact,
      [inviteRedemption.parties]: [
        { participationtypemask: customer, 'partyid_contact@odata.bind': contact },
      ],
    },
  };
}

const completeActivity = ({ redemptionId }: Granted): Write => ({
  kind: 'update',
  set: inviteRedemption.set,
  id: redemptionId,
  row: completed,
});

const setParent = (redeemer: Granted['redeemer'], accountId: string): Write => ({
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

const addRedeemedContact = ({ invitation, redeemer }: Granted): Write => ({
  kind: 'associate',
  set: table.set,
  id: invitation.inv_invitationid,
  navigation: table.manyToMany.redeemedContacts,
  relatedSet: 'contacts',
  relatedId: redeemer.contactid,
});
