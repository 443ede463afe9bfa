import type { invitation } from '../../solution/schema.js';

/**
 * What the scripts know of the table Invitation. Written out again, because a bundle would carry the whole generated
 * schema; its types see to it that nothing here can differ from the solution.
 */
type Table = typeof invitation;

export const table: Table['name'] = 'inv_invitation';
export const set: Table['set'] = 'inv_invitations';
export const idColumn: Table['id'] = 'inv_invitationid';

export const type: Table['type'] = { single: 724300000, group: 724300001 };
export const state: Table['state'] = { active: 0, inactive: 1 };
export const status: Table['status'] = {
  new: 1,
  sendRequested: 724300001,
  sent: 724300002,
  redeemed: 724300003,
  sendFailed: 724300004,
  inactive: 2,
  expired: 724300005,
};
export const fullySent: Table['sendResult']['sent'] = 724300000;

/** Navigation properties. */
export const invitedContact: Table['lookups']['invitedContact'] = 'inv_contactid';
export const invitedContacts: Table['manyToMany']['invitedContacts'] = 'inv_invitation_invitedcontacts';
