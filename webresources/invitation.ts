/** `Inv.Invitation`: the commands of invitations, as the ribbon calls them. */
export { send, sendAgain } from './invitation/send.js';
export { revoke } from './invitation/revoke.js';
export { sendSelected } from './invitation/sendSelected.js';
