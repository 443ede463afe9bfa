/** `Inv.InvitationForm`: the events of the invitation's forms, as FormXml names them. */
export { onLoad } from './form/onLoad.js';
export { onSave } from './form/onSave.js';
