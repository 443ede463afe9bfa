/** `Inv.Contact`: the commands of contacts, as the ribbon calls them. */
export { createInvitation } from './contact/createInvitation.js';
export { createInvitationForEach } from './contact/createInvitationForEach.js';
export { createGroupInvitation } from './contact/createGroupInvitation.js';
