/**
 * GENERATED from solution/src by `npm run schema`. Do not edit: change the XML and generate again.
 *
 * The names of the solution, and the numbers of its choices under words. A table is one constant:
 *
 *   linkedIdentity  inv_externalidentity
 *   invitation  inv_invitation
 *   inviteRedemption  inv_inviteredemption
 *   redemptionLock  inv_redemptionlock
 *   redemptionRequest  inv_redemptionrequest
 *   webRole  inv_webrole
 *
 * with `name` (logical name), `set`, `id`, `primaryName`, `state`, `status`, one member for each choice column (`invitation.type.group`),
 * and where there are any `keys`, `lookups`, `manyToMany`, `parties` and `lengths`. Its rows are the types `…Row` (read) and `…Write`
 * (written). Texts are strings, ids lower-case GUIDs, dates `YYYY-MM-DD`, times `YYYY-MM-DDTHH:MM:SSZ`; a lookup is read as
 * `_column_value` and written as `navigation@odata.bind`, `/contacts(id)`.
 *
 * Besides: `solution`, `environmentVariables`, `securityRoles`, `columnSecurityProfiles`, `emailTemplates`.
 */

/** The solution itself. */
export const solution = {
  uniqueName: 'ContactInvitations',
  version: '0.1.0.0',
  prefix: 'inv',
} as const;

/** Linked Identity: An account at an identity provider that belongs to a contact. Whoever signs in with it counts as the contact. */
export const linkedIdentity = {
  /** Logical name. */
  name: 'inv_externalidentity',
  /** Name of the collection in a URL. */
  set: 'inv_externalidentities',
  /** Column that holds the id. */
  id: 'inv_externalidentityid',
  /** Column that holds the name people see. */
  primaryName: 'inv_name',
  /** inv_proof: What showed that the identity belongs to the contact. Written by the service. */
  proof: {
    /** Verified Email: The identity provider has verified the email address of the contact. */
    verifiedEmail: 724300000,
    /** Invitation Code: The person had the code of an invitation for the contact. */
    invitationCode: 724300001,
    /** New Contact: The contact was created for this identity. */
    newContact: 724300002,
    /** Administrator: An administrator has linked the identity. */
    administrator: 724300003,
  },
  /** statecode: Whether the linked identity is active. */
  state: {
    active: 0,
    inactive: 1,
  },
  /** statuscode: Active: whoever signs in with it counts as the contact. Inactive: the identity is barred and counts as nobody. */
  status: {
    /** Active: Counts as the contact. */
    active: 1,
    /** Inactive: Is barred: it cannot redeem anything. */
    inactive: 2,
  },
  /** Columns of the alternate keys. */
  keys: {
    identityKey: ['inv_identitykey'],
  },
  /** Single-valued navigation properties: to expand, and to bind. */
  lookups: {
    contact: 'inv_contactid',
  },
  /** Longest text of each column, in characters. */
  lengths: {
    inv_identitykey: 64,
    inv_issuer: 400,
    inv_name: 200,
    inv_provider: 200,
    inv_subject: 255,
  },
} as const;

/** A row of Linked Identity as it is read; what was not selected is not there. */
export type LinkedIdentityRow = {
  /** Created By. User who created the row. */
  readonly _createdby_value: string | null;
  /** Created On. When the row was created. */
  readonly createdon: string | null;
  /** Contact. Contact the identity belongs to. Deleted together with the contact. */
  readonly _inv_contactid_value: string | null;
  /** Linked Identity. Unique identifier of the linked identity. */
  readonly inv_externalidentityid: string;
  /** Identity Key. SHA-256 of issuer, line feed and subject in lower-case hexadecimal digits; an identity is found by it, and can be linked only once. Written by the service. */
  readonly inv_identitykey: string | null;
  /** Issuer. Address that the identity provider calls itself by: the issuer of its sign-ins. Written by the service. */
  readonly inv_issuer: string | null;
  /** Name. What the linked identity is called. */
  readonly inv_name: string | null;
  /** Proof. What showed that the identity belongs to the contact. Written by the service. */
  readonly inv_proof: Value<typeof linkedIdentity.proof> | null;
  /** Identity Provider. What people call the identity provider. Written by the service. */
  readonly inv_provider: string | null;
  /** Subject Identifier. Identifier of the person at the issuer. It stays the same when their address changes. Written by the service. */
  readonly inv_subject: string | null;
  /** Modified By. User who last changed the row. */
  readonly _modifiedby_value: string | null;
  /** Modified On. When the row was last changed. */
  readonly modifiedon: string | null;
  /** Status. Whether the linked identity is active. */
  readonly statecode: Value<typeof linkedIdentity.state>;
  /** Status Reason. Active: whoever signs in with it counts as the contact. Inactive: the identity is barred and counts as nobody. */
  readonly statuscode: Value<typeof linkedIdentity.status>;
};

/** A row of Linked Identity as it is written; null clears a column. */
export type LinkedIdentityWrite = {
  /** Contact. Contact the identity belongs to. Deleted together with the contact. */
  readonly 'inv_contactid@odata.bind'?: string | null;
  /** Linked Identity. Unique identifier of the linked identity. */
  readonly inv_externalidentityid?: string;
  /** Identity Key. SHA-256 of issuer, line feed and subject in lower-case hexadecimal digits; an identity is found by it, and can be linked only once. Written by the service. */
  readonly inv_identitykey?: string | null;
  /** Issuer. Address that the identity provider calls itself by: the issuer of its sign-ins. Written by the service. */
  readonly inv_issuer?: string | null;
  /** Name. What the linked identity is called. */
  readonly inv_name?: string | null;
  /** Proof. What showed that the identity belongs to the contact. Written by the service. */
  readonly inv_proof?: Value<typeof linkedIdentity.proof> | null;
  /** Identity Provider. What people call the identity provider. Written by the service. */
  readonly inv_provider?: string | null;
  /** Subject Identifier. Identifier of the person at the issuer. It stays the same when their address changes. Written by the service. */
  readonly inv_subject?: string | null;
  /** Status. Whether the linked identity is active. */
  readonly statecode?: Value<typeof linkedIdentity.state>;
  /** Status Reason. Active: whoever signs in with it counts as the contact. Inactive: the identity is barred and counts as nobody. */
  readonly statuscode?: Value<typeof linkedIdentity.status>;
};

/** Invitation: Invites one contact or several to the site, by a code that is mailed to them. */
export const invitation = {
  /** Logical name. */
  name: 'inv_invitation',
  /** Name of the collection in a URL. */
  set: 'inv_invitations',
  /** Column that holds the id. */
  id: 'inv_invitationid',
  /** Column that holds the name people see. */
  primaryName: 'inv_name',
  /** inv_sendresult: What became of the last send; written by the service. */
  sendResult: {
    /** Sent: All mails were handed over for delivery. */
    sent: 724300000,
    /** Partly Sent: Some invited contacts were passed over; the detail says who and why. */
    partlySent: 724300001,
    /** No Email Address: The invited contact has no valid address in Email. */
    noEmailAddress: 724300002,
    /** Contact Inactive: The invited contact is inactive. */
    contactInactive: 724300003,
    /** Do Not Email: The invited contact does not allow email. */
    doNotEmail: 724300004,
    /** Expired: The expiry date has passed. */
    expired: 724300005,
    /** Already Redeemed: Nobody is left to invite: the invitation has been redeemed. */
    alreadyRedeemed: 724300006,
    /** No Sender: The owner cannot send mail and there is no sender queue. */
    noSender: 724300007,
    /** No Recipient: There is no invited contact who can be mailed. */
    noRecipient: 724300008,
    /** Template Error: The email template is missing or has an error. */
    templateError: 724300009,
    /** Refused By Dataverse: Dataverse did not accept the mail; the detail gives its reason. */
    refusedByDataverse: 724300010,
    /** Code In Use: Another invitation has the same code. */
    codeInUse: 724300011,
    /** Delivery Failed: The mail was handed over, but its delivery failed. */
    deliveryFailed: 724300012,
    /** Delivery Late: The mail was handed over, but has been waiting for delivery too long. */
    deliveryLate: 724300013,
    /** Set Aside: Sending failed several times, so the service does not try again by itself; the detail gives the reason. */
    setAside: 724300014,
  },
  /** inv_type: Single: for one contact, redeemed once. Group: for several contacts, redeemed up to a maximum. */
  type: {
    /** Single: For one contact, who can redeem it once. */
    single: 724300000,
    /** Group: For several contacts; it can be redeemed until the maximum is reached. */
    group: 724300001,
  },
  /** statecode: Whether the invitation is active. */
  state: {
    active: 0,
    inactive: 1,
  },
  /** statuscode: Where the invitation is on its way from new to redeemed. Send Requested asks the service to send it. */
  status: {
    /** New: Not sent yet. */
    new: 1,
    /** Send Requested: Asks the service to send the invitation. */
    sendRequested: 724300001,
    /** Sent: The mails were handed over for delivery. */
    sent: 724300002,
    /** Redeemed: Redeemed as often as it can be. */
    redeemed: 724300003,
    /** Send Failed: Could not be sent; the send result says why. */
    sendFailed: 724300004,
    /** Inactive: Withdrawn; cannot be redeemed. */
    inactive: 2,
    /** Expired: The expiry date has passed; cannot be redeemed. */
    expired: 724300005,
  },
  /** Columns of the alternate keys. */
  keys: {
    codeHash: ['inv_codehash'],
  },
  /** Single-valued navigation properties: to expand, and to bind. */
  lookups: {
    assignToAccount: 'inv_accountid',
    invitedContact: 'inv_contactid',
    inviter: 'inv_inviterid',
    redeemedContact: 'inv_redeemedcontactid',
    executeWorkflowOnRedeemingContact: 'inv_workflowid',
  },
  /** Collection-valued navigation properties of the many-to-many relationships. */
  manyToMany: {
    invitedContacts: 'inv_invitation_invitedcontacts',
    redeemedContacts: 'inv_invitation_redeemedcontacts',
    webRoles: 'inv_invitation_webroles',
  },
  /** Longest text of each column, in characters. */
  lengths: {
    inv_code: 200,
    inv_codehash: 64,
    inv_name: 200,
    inv_senddetail: 2000,
  },
} as const;

/** A row of Invitation as it is read; what was not selected is not there. */
export type InvitationRow = {
  /** Created By. User who created the row. */
  readonly _createdby_value: string | null;
  /** Created On. When the row was created. */
  readonly createdon: string | null;
  /** Assign to Account. Account that becomes the company of the redeeming contact, unless the contact belongs to another one already; then the account policy decides. */
  readonly _inv_accountid_value: string | null;
  /** Invitation Code. The secret in the link. Generated when left empty; can be set, but is read by the service alone. */
  readonly inv_code: string | null;
  /** Code Hash. SHA-256 of the code in lower-case hexadecimal digits, written together with it; an invitation is found by it, and no two can have the same. */
  readonly inv_codehash: string | null;
  /** Invited Contact. Contact a single invitation is for; a group invitation has a list of invited contacts instead. */
  readonly _inv_contactid_value: string | null;
  /** Expiry Date. Last day on which the invitation can be redeemed, through its end in the configured time zone. Empty: no end. */
  readonly inv_expirydate: string | null;
  /** Invitation. Unique identifier of the invitation. */
  readonly inv_invitationid: string;
  /** Inviter. Contact who is named in the mail as the person who invites. */
  readonly _inv_inviterid_value: string | null;
  /** Last Sent On. When the service last handed over the mails for delivery. */
  readonly inv_lastsenton: string | null;
  /** Maximum Redemptions Allowed. How many contacts can redeem a group invitation. Empty: no limit. A single invitation is redeemed once. */
  readonly inv_maximumredemptions: number | null;
  /** Name. What the invitation is called; the name of the contact when it is created from a contact. */
  readonly inv_name: string | null;
  /** Redeemed Contact. Contact who redeemed a single invitation; written by the service. */
  readonly _inv_redeemedcontactid_value: string | null;
  /** Number of Successful Redemptions. How often the invitation has been redeemed; counted by the service. */
  readonly inv_redemptions: number | null;
  /** Send Detail. What the last send did, in words: how many mails, who was passed over and why, what to mend. Written by the service. */
  readonly inv_senddetail: string | null;
  /** Send Generation. 1 after the first send, 2 after the first resend, and so on; counted by the service. */
  readonly inv_sendgeneration: number | null;
  /** Send Result. What became of the last send; written by the service. */
  readonly inv_sendresult: Value<typeof invitation.sendResult> | null;
  /** Type. Single: for one contact, redeemed once. Group: for several contacts, redeemed up to a maximum. */
  readonly inv_type: Value<typeof invitation.type> | null;
  /** Execute Workflow on Redeeming Contact. Background workflow on contacts, activated and available on demand, that is started for each contact who redeems. */
  readonly _inv_workflowid_value: string | null;
  /** Modified By. User who last changed the row. */
  readonly _modifiedby_value: string | null;
  /** Modified On. When the row was last changed. */
  readonly modifiedon: string | null;
  /** Owner. User or team who owns the invitation. The mail comes from this user; where the owner cannot send, from the sender queue. */
  readonly _ownerid_value: string;
  /** Owning Team. Team that owns the row, when a team does. */
  readonly _owningteam_value: string | null;
  /** Owning User. User who owns the row, when a user does. */
  readonly _owninguser_value: string | null;
  /** Status. Whether the invitation is active. */
  readonly statecode: Value<typeof invitation.state>;
  /** Status Reason. Where the invitation is on its way from new to redeemed. Send Requested asks the service to send it. */
  readonly statuscode: Value<typeof invitation.status>;
};

/** A row of Invitation as it is written; null clears a column. */
export type InvitationWrite = {
  /** Assign to Account. Account that becomes the company of the redeeming contact, unless the contact belongs to another one already; then the account policy decides. */
  readonly 'inv_accountid@odata.bind'?: string | null;
  /** Invitation Code. The secret in the link. Generated when left empty; can be set, but is read by the service alone. */
  readonly inv_code?: string | null;
  /** Code Hash. SHA-256 of the code in lower-case hexadecimal digits, written together with it; an invitation is found by it, and no two can have the same. */
  readonly inv_codehash?: string | null;
  /** Invited Contact. Contact a single invitation is for; a group invitation has a list of invited contacts instead. */
  readonly 'inv_contactid@odata.bind'?: string | null;
  /** Expiry Date. Last day on which the invitation can be redeemed, through its end in the configured time zone. Empty: no end. */
  readonly inv_expirydate?: string | null;
  /** Invitation. Unique identifier of the invitation. */
  readonly inv_invitationid?: string;
  /** Inviter. Contact who is named in the mail as the person who invites. */
  readonly 'inv_inviterid@odata.bind'?: string | null;
  /** Last Sent On. When the service last handed over the mails for delivery. */
  readonly inv_lastsenton?: string | null;
  /** Maximum Redemptions Allowed. How many contacts can redeem a group invitation. Empty: no limit. A single invitation is redeemed once. */
  readonly inv_maximumredemptions?: number | null;
  /** Name. What the invitation is called; the name of the contact when it is created from a contact. */
  readonly inv_name?: string | null;
  /** Redeemed Contact. Contact who redeemed a single invitation; written by the service. */
  readonly 'inv_redeemedcontactid@odata.bind'?: string | null;
  /** Number of Successful Redemptions. How often the invitation has been redeemed; counted by the service. */
  readonly inv_redemptions?: number | null;
  /** Send Detail. What the last send did, in words: how many mails, who was passed over and why, what to mend. Written by the service. */
  readonly inv_senddetail?: string | null;
  /** Send Generation. 1 after the first send, 2 after the first resend, and so on; counted by the service. */
  readonly inv_sendgeneration?: number | null;
  /** Send Result. What became of the last send; written by the service. */
  readonly inv_sendresult?: Value<typeof invitation.sendResult> | null;
  /** Type. Single: for one contact, redeemed once. Group: for several contacts, redeemed up to a maximum. */
  readonly inv_type?: Value<typeof invitation.type> | null;
  /** Execute Workflow on Redeeming Contact. Background workflow on contacts, activated and available on demand, that is started for each contact who redeems. */
  readonly 'inv_workflowid@odata.bind'?: string | null;
  /** Owner. User or team who owns the invitation. The mail comes from this user; where the owner cannot send, from the sender queue. */
  readonly 'ownerid@odata.bind'?: string;
  /** Status. Whether the invitation is active. */
  readonly statecode?: Value<typeof invitation.state>;
  /** Status Reason. Where the invitation is on its way from new to redeemed. Send Requested asks the service to send it. */
  readonly statuscode?: Value<typeof invitation.status>;
};

/** Invite Redemption: Records that a contact redeemed an invitation. Shown on the timelines of both. */
export const inviteRedemption = {
  /** Logical name. */
  name: 'inv_inviteredemption',
  /** Name of the collection in a URL. */
  set: 'inv_inviteredemptions',
  /** Column that holds the id. */
  id: 'activityid',
  /** Column that holds the name people see. */
  primaryName: 'subject',
  /** inv_workflowstate: Whether the workflow of the invitation has been started for the contact; written by the service. */
  workflowState: {
    /** None: The invitation names no workflow. */
    none: 724300000,
    /** Pending: The workflow is to be started. */
    pending: 724300001,
    /** Started: The workflow has been started. */
    started: 724300002,
    /** Failed: The workflow could not be started. */
    failed: 724300003,
  },
  /** statecode: Whether the activity is open, completed, canceled or scheduled. */
  state: {
    open: 0,
    completed: 1,
    canceled: 2,
    scheduled: 3,
  },
  /** statuscode: Open while the workflow of the redemption is still to be started; completed afterwards. */
  status: {
    /** Open: The workflow is still to be started. */
    open: 1,
    /** Completed: Nothing is left to do; the workflow state says whether a workflow was started. */
    completed: 2,
    /** Canceled: Not used. */
    canceled: 3,
    /** Scheduled: Not used. */
    scheduled: 4,
  },
  /** Single-valued navigation properties: to expand, and to bind. */
  lookups: {
    contact: 'inv_contactid_inv_inviteredemption',
    regardingInvitation: 'regardingobjectid_inv_invitation_inv_inviteredemption',
  },
  /** Collection of the activity parties. */
  parties: 'inv_inviteredemption_activity_parties',
  /** Longest text of each column, in characters. */
  lengths: {
    inv_identityprovider: 200,
    inv_ipaddress: 128,
    subject: 200,
  },
} as const;

/** A row of Invite Redemption as it is read; what was not selected is not there. */
export type InviteRedemptionRow = {
  /** Activity. Unique identifier of the activity. */
  readonly activityid: string;
  /** Actual End. When the activity ended. */
  readonly actualend: string | null;
  /** Actual Start. When the activity began. */
  readonly actualstart: string | null;
  /** Created By. User who created the activity. */
  readonly _createdby_value: string | null;
  /** Date Created. When the activity was created. */
  readonly createdon: string | null;
  /** Description. What the redemption granted, and what it could not do and why; written by the service. */
  readonly description: string | null;
  /** Contact. Contact who redeemed the invitation; written by the service. */
  readonly _inv_contactid_value: string | null;
  /** Identity Provider. Identity provider the contact signed in with, as the site reported it. */
  readonly inv_identityprovider: string | null;
  /** IP Address. Network address the contact came from, as the site reported it. */
  readonly inv_ipaddress: string | null;
  /** Workflow State. Whether the workflow of the invitation has been started for the contact; written by the service. */
  readonly inv_workflowstate: Value<typeof inviteRedemption.workflowState> | null;
  /** Modified By. User who last changed the activity. */
  readonly _modifiedby_value: string | null;
  /** Last Updated. When the activity was last changed. */
  readonly modifiedon: string | null;
  /** Owner. User or team who owns the activity. */
  readonly _ownerid_value: string;
  /** Owning Team. Team that owns the activity, when a team does. */
  readonly _owningteam_value: string | null;
  /** Owning User. User who owns the activity, when a user does. */
  readonly _owninguser_value: string | null;
  /** Regarding. What the activity is about; here the invitation that was redeemed. */
  readonly _regardingobjectid_value: string | null;
  /** Activity Status. Whether the activity is open, completed, canceled or scheduled. */
  readonly statecode: Value<typeof inviteRedemption.state>;
  /** Status Reason. Open while the workflow of the redemption is still to be started; completed afterwards. */
  readonly statuscode: Value<typeof inviteRedemption.status>;
  /** Subject. Who redeemed which invitation; written by the service. */
  readonly subject: string | null;
};

/** A row of Invite Redemption as it is written; null clears a column. */
export type InviteRedemptionWrite = {
  /** Activity. Unique identifier of the activity. */
  readonly activityid?: string;
  /** Actual End. When the activity ended. */
  readonly actualend?: string | null;
  /** Actual Start. When the activity began. */
  readonly actualstart?: string | null;
  /** Description. What the redemption granted, and what it could not do and why; written by the service. */
  readonly description?: string | null;
  /** Contact. Contact who redeemed the invitation; written by the service. */
  readonly 'inv_contactid_inv_inviteredemption@odata.bind'?: string | null;
  /** Identity Provider. Identity provider the contact signed in with, as the site reported it. */
  readonly inv_identityprovider?: string | null;
  /** IP Address. Network address the contact came from, as the site reported it. */
  readonly inv_ipaddress?: string | null;
  /** Workflow State. Whether the workflow of the invitation has been started for the contact; written by the service. */
  readonly inv_workflowstate?: Value<typeof inviteRedemption.workflowState> | null;
  /** Owner. User or team who owns the activity. */
  readonly 'ownerid@odata.bind'?: string;
  /** Regarding. What the activity is about; here the invitation that was redeemed. */
  readonly 'regardingobjectid_account_inv_inviteredemption@odata.bind'?: string | null;
  /** Regarding. What the activity is about; here the invitation that was redeemed. */
  readonly 'regardingobjectid_contact_inv_inviteredemption@odata.bind'?: string | null;
  /** Regarding. What the activity is about; here the invitation that was redeemed. */
  readonly 'regardingobjectid_inv_invitation_inv_inviteredemption@odata.bind'?: string | null;
  /** Activity Status. Whether the activity is open, completed, canceled or scheduled. */
  readonly statecode?: Value<typeof inviteRedemption.state>;
  /** Status Reason. Open while the workflow of the redemption is still to be started; completed afterwards. */
  readonly statuscode?: Value<typeof inviteRedemption.status>;
  /** Subject. Who redeemed which invitation; written by the service. */
  readonly subject?: string | null;
};

/** Redemption Lock: Counts failed attempts to redeem, by network address, by person or by invitation code. Too many lock it for a while. The services tell each other by these rows. */
export const redemptionLock = {
  /** Logical name. */
  name: 'inv_redemptionlock',
  /** Name of the collection in a URL. */
  set: 'inv_redemptionlocks',
  /** Column that holds the id. */
  id: 'inv_redemptionlockid',
  /** Column that holds the name people see. */
  primaryName: 'inv_name',
  /** inv_kind: Whether attempts from an address, of a person or with a code are counted. Written by the service. */
  kind: {
    /** Address: Attempts from one network address. */
    address: 724300000,
    /** Invitation Code: Attempts with one invitation code. */
    invitationCode: 724300001,
    /** Person: Attempts of one person who is signed in. */
    person: 724300002,
  },
  /** statecode: Whether the redemption lock is active. */
  state: {
    active: 0,
    inactive: 1,
  },
  /** statuscode: Active unless somebody deactivates it. To lift a lock, delete it. */
  status: {
    /** Active: In use by the services. */
    active: 1,
    /** Inactive: Deactivated by somebody. */
    inactive: 2,
  },
  /** Columns of the alternate keys. */
  keys: {
    countedValue: ['inv_subject', 'inv_service'],
  },
  /** Single-valued navigation properties: to expand, and to bind. */
  lookups: {
    invitation: 'inv_invitationid',
  },
  /** Longest text of each column, in characters. */
  lengths: {
    inv_name: 200,
    inv_service: 64,
    inv_subject: 64,
  },
} as const;

/** A row of Redemption Lock as it is read; what was not selected is not there. */
export type RedemptionLockRow = {
  /** Created By. User who created the row. */
  readonly _createdby_value: string | null;
  /** Created On. When the row was created. */
  readonly createdon: string | null;
  /** Failures. How many attempts have failed lately. Written by the service. */
  readonly inv_failures: number | null;
  /** Invitation. Invitation that the counted code belongs to; empty for an address or a person. Written by the service. */
  readonly _inv_invitationid_value: string | null;
  /** Kind. Whether attempts from an address, of a person or with a code are counted. Written by the service. */
  readonly inv_kind: Value<typeof redemptionLock.kind> | null;
  /** Last Failure On. When the last attempt failed. Written by the service. */
  readonly inv_lastfailureon: string | null;
  /** Name. What the redemption lock is called. */
  readonly inv_name: string | null;
  /** Redemption Lock. Unique identifier of the redemption lock. */
  readonly inv_redemptionlockid: string;
  /** Counting Service. The service that has counted; each one counts in rows of its own. Written by the service. */
  readonly inv_service: string | null;
  /** Counted Value. What is counted: a SHA-256 of the address, the person's id or the code. Written by the service. */
  readonly inv_subject: string | null;
  /** Modified By. User who last changed the row. */
  readonly _modifiedby_value: string | null;
  /** Modified On. When the row was last changed. */
  readonly modifiedon: string | null;
  /** Status. Whether the redemption lock is active. */
  readonly statecode: Value<typeof redemptionLock.state>;
  /** Status Reason. Active unless somebody deactivates it. To lift a lock, delete it. */
  readonly statuscode: Value<typeof redemptionLock.status>;
};

/** A row of Redemption Lock as it is written; null clears a column. */
export type RedemptionLockWrite = {
  /** Failures. How many attempts have failed lately. Written by the service. */
  readonly inv_failures?: number | null;
  /** Invitation. Invitation that the counted code belongs to; empty for an address or a person. Written by the service. */
  readonly 'inv_invitationid@odata.bind'?: string | null;
  /** Kind. Whether attempts from an address, of a person or with a code are counted. Written by the service. */
  readonly inv_kind?: Value<typeof redemptionLock.kind> | null;
  /** Last Failure On. When the last attempt failed. Written by the service. */
  readonly inv_lastfailureon?: string | null;
  /** Name. What the redemption lock is called. */
  readonly inv_name?: string | null;
  /** Redemption Lock. Unique identifier of the redemption lock. */
  readonly inv_redemptionlockid?: string;
  /** Counting Service. The service that has counted; each one counts in rows of its own. Written by the service. */
  readonly inv_service?: string | null;
  /** Counted Value. What is counted: a SHA-256 of the address, the person's id or the code. Written by the service. */
  readonly inv_subject?: string | null;
  /** Status. Whether the redemption lock is active. */
  readonly statecode?: Value<typeof redemptionLock.state>;
  /** Status Reason. Active unless somebody deactivates it. To lift a lock, delete it. */
  readonly statuscode?: Value<typeof redemptionLock.status>;
};

/** Redemption Request: Asks the service to redeem a code for a contact. Sites that cannot call the service write these rows; so does the API, to give a repeated request the same answer. */
export const redemptionRequest = {
  /** Logical name. */
  name: 'inv_redemptionrequest',
  /** Name of the collection in a URL. */
  set: 'inv_redemptionrequests',
  /** Column that holds the id. */
  id: 'inv_redemptionrequestid',
  /** Column that holds the name people see. */
  primaryName: 'inv_name',
  /** inv_outcome: How the request was answered; written by the service. */
  outcome: {
    /** Redeemed: The invitation was redeemed. */
    redeemed: 724300000,
    /** Already Redeemed: The contact had redeemed the invitation before; nothing changed. */
    alreadyRedeemed: 724300001,
    /** Invalid Code: There is no invitation with this code that can be redeemed. */
    invalidCode: 724300002,
    /** Not Invited: The invitation is for other contacts. */
    notInvited: 724300003,
    /** Contact Inactive: The contact who asks is inactive. */
    contactInactive: 724300004,
    /** Failed: The request could not be answered; the reason says why. */
    failed: 724300005,
    /** Too Many Attempts: Too many attempts failed from this address or with this code; the reason says when to try again. */
    tooManyAttempts: 724300006,
  },
  /** statecode: Whether the redemption request is active. */
  state: {
    active: 0,
    inactive: 1,
  },
  /** statuscode: Pending until the service has answered, then completed or refused. */
  status: {
    /** Pending: Waits for the service. */
    pending: 1,
    /** Completed: Answered with yes: redeemed now, or before. */
    completed: 2,
    /** Refused: Answered with no; outcome and reason say why. */
    refused: 724300001,
  },
  /** Single-valued navigation properties: to expand, and to bind. */
  lookups: {
    contact: 'inv_contactid',
    redemption: 'inv_redemptionid',
  },
  /** Longest text of each column, in characters. */
  lengths: {
    inv_code: 200,
    inv_granted: 4000,
    inv_identityprovider: 200,
    inv_ipaddress: 128,
    inv_name: 200,
    inv_reason: 500,
    inv_requesthash: 64,
  },
} as const;

/** A row of Redemption Request as it is read; what was not selected is not there. */
export type RedemptionRequestRow = {
  /** Created By. User who created the row. */
  readonly _createdby_value: string | null;
  /** Created On. When the row was created. */
  readonly createdon: string | null;
  /** Invitation Code. The code that is to be redeemed, as the contact entered it; written by the site, read by the service alone. */
  readonly inv_code: string | null;
  /** Contact. Contact who asks to redeem the code; written by the site. */
  readonly _inv_contactid_value: string | null;
  /** Granted. What the redemption gave, as JSON: account, web roles, whether a workflow is started. Written by the service. */
  readonly inv_granted: string | null;
  /** Identity Provider. Identity provider the contact signed in with, as the site reported it. */
  readonly inv_identityprovider: string | null;
  /** IP Address. Network address the contact came from, as the site reported it. */
  readonly inv_ipaddress: string | null;
  /** Name. What the request is called. */
  readonly inv_name: string | null;
  /** Outcome. How the request was answered; written by the service. */
  readonly inv_outcome: Value<typeof redemptionRequest.outcome> | null;
  /** Reason. Why the request was answered so; written by the service. */
  readonly inv_reason: string | null;
  /** Redemption. The invite redemption that the request led to; written by the service. */
  readonly _inv_redemptionid_value: string | null;
  /** Redemption Request. Unique identifier of the redemption request. */
  readonly inv_redemptionrequestid: string;
  /** Request Hash. SHA-256 of a request to the API that came with an Idempotency-Key, so that its repetition is told from another request. Written by the service. */
  readonly inv_requesthash: string | null;
  /** Modified By. User who last changed the row. */
  readonly _modifiedby_value: string | null;
  /** Modified On. When the row was last changed. */
  readonly modifiedon: string | null;
  /** Owner. User or team who owns the row. */
  readonly _ownerid_value: string;
  /** Owning Team. Team that owns the row, when a team does. */
  readonly _owningteam_value: string | null;
  /** Owning User. User who owns the row, when a user does. */
  readonly _owninguser_value: string | null;
  /** Status. Whether the redemption request is active. */
  readonly statecode: Value<typeof redemptionRequest.state>;
  /** Status Reason. Pending until the service has answered, then completed or refused. */
  readonly statuscode: Value<typeof redemptionRequest.status>;
};

/** A row of Redemption Request as it is written; null clears a column. */
export type RedemptionRequestWrite = {
  /** Invitation Code. The code that is to be redeemed, as the contact entered it; written by the site, read by the service alone. */
  readonly inv_code?: string | null;
  /** Contact. Contact who asks to redeem the code; written by the site. */
  readonly 'inv_contactid@odata.bind'?: string | null;
  /** Granted. What the redemption gave, as JSON: account, web roles, whether a workflow is started. Written by the service. */
  readonly inv_granted?: string | null;
  /** Identity Provider. Identity provider the contact signed in with, as the site reported it. */
  readonly inv_identityprovider?: string | null;
  /** IP Address. Network address the contact came from, as the site reported it. */
  readonly inv_ipaddress?: string | null;
  /** Name. What the request is called. */
  readonly inv_name?: string | null;
  /** Outcome. How the request was answered; written by the service. */
  readonly inv_outcome?: Value<typeof redemptionRequest.outcome> | null;
  /** Reason. Why the request was answered so; written by the service. */
  readonly inv_reason?: string | null;
  /** Redemption. The invite redemption that the request led to; written by the service. */
  readonly 'inv_redemptionid@odata.bind'?: string | null;
  /** Redemption Request. Unique identifier of the redemption request. */
  readonly inv_redemptionrequestid?: string;
  /** Request Hash. SHA-256 of a request to the API that came with an Idempotency-Key, so that its repetition is told from another request. Written by the service. */
  readonly inv_requesthash?: string | null;
  /** Owner. User or team who owns the row. */
  readonly 'ownerid@odata.bind'?: string;
  /** Status. Whether the redemption request is active. */
  readonly statecode?: Value<typeof redemptionRequest.state>;
  /** Status Reason. Pending until the service has answered, then completed or refused. */
  readonly statuscode?: Value<typeof redemptionRequest.status>;
};

/** Web Role: A role of a contact on the site. An invitation can assign it. */
export const webRole = {
  /** Logical name. */
  name: 'inv_webrole',
  /** Name of the collection in a URL. */
  set: 'inv_webroles',
  /** Column that holds the id. */
  id: 'inv_webroleid',
  /** Column that holds the name people see. */
  primaryName: 'inv_name',
  /** inv_source: Whether the role is one of this solution or the mirror of a Power Pages web role. */
  source: {
    /** Local: A role of this solution alone. */
    local: 724300000,
    /** Power Pages Standard: Mirror of a web role of the standard data model (adx_webrole). */
    powerPagesStandard: 724300001,
    /** Power Pages Enhanced: Mirror of a web role of the enhanced data model (mspp_webrole). */
    powerPagesEnhanced: 724300002,
  },
  /** statecode: Whether the web role is active. */
  state: {
    active: 0,
    inactive: 1,
  },
  /** statuscode: Active: invitations can assign the role. Inactive: they no longer can. */
  status: {
    /** Active: Can be assigned. */
    active: 1,
    /** Inactive: No longer assigned. */
    inactive: 2,
  },
  /** Columns of the alternate keys. */
  keys: {
    key: ['inv_key'],
  },
  /** Collection-valued navigation properties of the many-to-many relationships. */
  manyToMany: {
    invitations: 'inv_invitation_webroles',
    contacts: 'inv_webrole_contacts',
  },
  /** Longest text of each column, in characters. */
  lengths: {
    inv_description: 2000,
    inv_key: 100,
    inv_name: 100,
    inv_sourceid: 100,
  },
} as const;

/** A row of Web Role as it is read; what was not selected is not there. */
export type WebRoleRow = {
  /** Created By. User who created the row. */
  readonly _createdby_value: string | null;
  /** Created On. When the row was created. */
  readonly createdon: string | null;
  /** Description. What the role allows on the site. */
  readonly inv_description: string | null;
  /** Key. Short unique word that stands for the role in files and code, the same in every environment. */
  readonly inv_key: string | null;
  /** Name. What the web role is called. */
  readonly inv_name: string | null;
  /** Source. Whether the role is one of this solution or the mirror of a Power Pages web role. */
  readonly inv_source: Value<typeof webRole.source> | null;
  /** Source Id. Identifier of the mirrored Power Pages web role; empty for a role of this solution alone. */
  readonly inv_sourceid: string | null;
  /** Web Role. Unique identifier of the web role. */
  readonly inv_webroleid: string;
  /** Modified By. User who last changed the row. */
  readonly _modifiedby_value: string | null;
  /** Modified On. When the row was last changed. */
  readonly modifiedon: string | null;
  /** Status. Whether the web role is active. */
  readonly statecode: Value<typeof webRole.state>;
  /** Status Reason. Active: invitations can assign the role. Inactive: they no longer can. */
  readonly statuscode: Value<typeof webRole.status>;
};

/** A row of Web Role as it is written; null clears a column. */
export type WebRoleWrite = {
  /** Description. What the role allows on the site. */
  readonly inv_description?: string | null;
  /** Key. Short unique word that stands for the role in files and code, the same in every environment. */
  readonly inv_key?: string | null;
  /** Name. What the web role is called. */
  readonly inv_name?: string | null;
  /** Source. Whether the role is one of this solution or the mirror of a Power Pages web role. */
  readonly inv_source?: Value<typeof webRole.source> | null;
  /** Source Id. Identifier of the mirrored Power Pages web role; empty for a role of this solution alone. */
  readonly inv_sourceid?: string | null;
  /** Web Role. Unique identifier of the web role. */
  readonly inv_webroleid?: string;
  /** Status. Whether the web role is active. */
  readonly statecode?: Value<typeof webRole.state>;
  /** Status Reason. Active: invitations can assign the role. Inactive: they no longer can. */
  readonly statuscode?: Value<typeof webRole.status>;
};

/** Environment variables: schema name, and the default that the solution brings. */
export const environmentVariables = {
  /** Account Policy. What happens to a redeeming contact who belongs to another account. keep: the contact stays there. replace: the account of the invitation takes its place. */
  accountPolicy: { name: 'inv_AccountPolicy', default: 'keep' },
  /** Contact Language Column. Logical name of the column of contact that holds the preferred language as a locale id, such as 1033. Empty, or a column that does not exist: all mails are in the base language. */
  contactLanguageColumn: { name: 'inv_ContactLanguageColumn', default: 'mspp_userpreferredlcid' },
  /** Default Expiry Days. Days after its creation until an invitation without an expiry date expires; 0: never. */
  defaultExpiryDays: { name: 'inv_DefaultExpiryDays', default: '0' },
  /** Linking Policy. How somebody who signs in for the first time becomes an invited contact. verifiedEmail: by an address that the identity provider has verified. code: also by the code of a single invitation. */
  linkingPolicy: { name: 'inv_LinkingPolicy', default: 'verifiedEmail' },
  /** Redeemer Policy. Who can redeem an invitation. invited: invited contacts alone. anyone: every contact who has the code; by a group invitation also people who become a new contact. */
  redeemerPolicy: { name: 'inv_RedeemerPolicy', default: 'invited' },
  /** Redemption Path. Path and query of the page that redeems invitations, with {code} where the code goes. */
  redemptionPath: { name: 'inv_RedemptionPath', default: '/register?invitation={code}' },
  /** Reminder Days. Days after the send until an invitation that has not been redeemed is sent again; 0: never. This version sends no reminders yet. */
  reminderDays: { name: 'inv_ReminderDays', default: '0' },
  /** Sender Queue. Name of the queue that mails come from where the owner of the invitation cannot send. Empty: none. */
  senderQueue: { name: 'inv_SenderQueue' },
  /** Site URL. Address of the site that invitations lead to, for example https://contoso.powerappsportals.com. */
  siteUrl: { name: 'inv_SiteUrl' },
  /** Template Title. Title of the email template. There is one template for each language. */
  templateTitle: { name: 'inv_TemplateTitle', default: 'Invitation' },
  /** Time Zone. IANA name of the time zone in which expiry dates end, for example Europe/Berlin. */
  timeZone: { name: 'inv_TimeZone', default: 'UTC' },
} as const;

/** Names of the security roles. */
export const securityRoles = {
  invitationManager: 'Invitation Manager',
  invitationReader: 'Invitation Reader',
  invitationService: 'Invitation Service',
} as const;

/** Names of the column security profiles. */
export const columnSecurityProfiles = {
  invitationCodeService: 'Invitation Code Service',
  invitationCodeAuthor: 'Invitation Code Author',
} as const;

/** The email templates: one record for each language (LCID). */
export const emailTemplates = [
  { id: 'c4a3b54c-1474-45a4-9a04-c978c0f02640', title: 'Invitation', language: 1033 },
  { id: '98feead0-d2a8-491a-b03d-ddfb508b478d', title: 'Invitation', language: 1036 },
  { id: '10580d38-9ed7-4dd8-97da-1cd9c7e8681f', title: 'Invitation', language: 1031 },
  { id: '46872476-da43-4354-9911-1eaa551fd094', title: 'Invitation', language: 3082 },
] as const;

/** One of the values of a choice. */
type Value<C> = C[keyof C];
