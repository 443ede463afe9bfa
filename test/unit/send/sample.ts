import type { InvitationToSend, Invitee } from '../../../plugins/send/invitationToSend.js';
import { invitation } from '../../../solution/schema.js';

/** A contact who can be mailed. The id is made of the name. */
export const invitee = (name: string): Invitee => ({
  contactid: `${Buffer.from(name).toString('hex').padEnd(8, '0').slice(0, 8)}-0000-4000-8000-000000000000`,
  fullname: name,
  firstname: name,
  lastname: null,
  emailaddress1: `${name.toLowerCase()}@contoso.example`,
  donotemail: false,
  statecode: 0,
});

/** A single invitation that can be sent, with what a test changes. */
export const invitationToSend = (given: Partial<InvitationToSend> = {}): InvitationToSend => ({
  '@odata.etag': 'W/"1"',
  inv_invitationid: '11111111-1111-4111-8111-111111111111',
  inv_name: 'Partner portal',
  inv_type: invitation.type.single,
  inv_code: 'k7p2',
  inv_codehash: null,
  inv_expirydate: null,
  inv_maximumredemptions: null,
  inv_redemptions: null,
  inv_sendgeneration: null,
  inv_sendresult: null,
  statuscode: invitation.status.sendRequested,
  createdon: '2026-05-01T08:00:00Z',
  _ownerid_value: 'owner',
  inv_contactid: null,
  inv_inviterid: null,
  inv_accountid: null,
  owninguser: {
    systemuserid: 'owner',
    fullname: 'Olga Owner',
    internalemailaddress: 'olga@contoso.example',
    isdisabled: false,
    applicationid: null,
  },
  owningteam: null,
  ...given,
});
