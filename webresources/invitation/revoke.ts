import * as invitation from '../rules/invitationTable.js';
import { ask, saveFirst, tell } from '../dialogs/ask.js';
import { guarded } from '../dialogs/guarded.js';
import { guid } from '../rows/guid.js';
import { text } from '../text/text.js';
import { notify } from './notify.js';

/** *Revoke*: deactivates the invitation, so that its code opens nothing any more. What was redeemed stays. */
export function revoke(form: Xrm.FormContext): Promise<void> {
  return guarded(async () => {
    const title = text('revoke');
    const id = guid(form.data.entity.getId());
    if (id === '') return tell(text('invitationNotSaved'), title);
    if (!(await saveFirst(form, title))) return;
    if (!(await ask(text('askRevoke'), title))) return;

    await Xrm.WebApi.updateRecord(invitation.table, id, {
      statecode: invitation.state.inactive,
      statuscode: invitation.status.inactive,
    });
    await notify(form, id, text('revoked'), 'INFO');
  });
}
