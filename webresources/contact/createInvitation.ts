import * as invitation from '../rules/invitationTable.js';
import { saveFirst, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { guid } from '../rows/guid.js';
import { text } from '../text/text.js';

interface ContactRow {
  readonly fullname: string | null;
  readonly statecode: number;
}

/**
 * *Create Invitation* on the contact form: opens a new invitation for the contact. A missing email address is no reason to
 * refuse (the code can be handed over otherwise); the invitation's form says so.
 */
export function createInvitation(form: Xrm.FormContext): Promise<void> {
  return guarded(async () => {
    const title = text('createInvitation');
    const id = guid(form.data.entity.getId());
    if (id === '') return tell(text('contactNotSaved'), title);
    if (!(await saveFirst(form, title))) return;

    const contact = await waiting(() => readContact(id));
    const name = contact.fullname ?? '';
    if (contact.statecode !== 0) return tell(text('contactInactiveNoInvitation', name), title);
    await Xrm.Navigation.openForm(
      { entityName: invitation.table },
      {
        inv_name: name,
        inv_type: String(invitation.type.single),
        inv_contactid: id,
        inv_contactidname: name,
      },
    );
  });
}

async function readContact(id: string): Promise<ContactRow> {
  return (await Xrm.WebApi.retrieveRecord('contact', id, '?$select=fullname,statecode')) as ContactRow;
}
