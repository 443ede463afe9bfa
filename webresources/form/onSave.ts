import { waitForHash } from './codeField.js';
import { leaveToService } from './defaultExpiry.js';

/** OnSave of the invitation's main form. */
export function onSave(event: Xrm.Events.SaveEventContext): void {
  if (!waitForHash(event)) leaveToService(event.getFormContext());
}
