import { guid } from '../rows/guid.js';
import { contactToMailColumns, whyNoMail, type ContactToMail } from '../rules/mailable.js';
import { text } from '../text/text.js';
import { attributeOf, controlOf, valueOf } from './fields.js';
import { isGroup, isNew } from './layout.js';

const contactRemark = 'inv.contact';
const firstSaveRemark = 'inv.firstSave';

/** Links need a row on both ends: says that contacts and web roles can be added once the invitation is saved. */
export function remarkOnFirstSave(form: Xrm.FormContext): void {
  form.ui.clearFormNotification(firstSaveRemark);
  // The quick create form has no lists to add to.
  if (!isNew(form) || controlOf(form, 'subgrid_webroles') === undefined) return;
  const remark = text(isGroup(form) ? 'saveThenAddContacts' : 'saveThenAddWebRoles');
  form.ui.setFormNotification(remark, 'INFO', firstSaveRemark);
}

/** The contact that was looked at last: only the answer about the one on the form counts. */
const contactOn = (form: Xrm.FormContext): Xrm.LookupValue | undefined =>
  isGroup(form) ? undefined : valueOf<readonly Xrm.LookupValue[]>(form, 'inv_contactid')?.[0];

/** Warns when the invited contact cannot be mailed. */
export async function remarkOnContact(form: Xrm.FormContext): Promise<void> {
  const contact = contactOn(form);
  const id = guid(contact?.id);
  const reason = contact === undefined ? undefined : await whyNot(id);
  if (guid(contactOn(form)?.id) !== id) return;
  form.ui.clearFormNotification(contactRemark);
  if (reason !== undefined)
    form.ui.setFormNotification(text(reason, contact?.name ?? ''), 'WARNING', contactRemark);
}

/** A contact that cannot be read is no reason for a warning; the service will say. */
async function whyNot(id: string): Promise<ReturnType<typeof whyNoMail>> {
  try {
    const row = await Xrm.WebApi.retrieveRecord('contact', id, `?$select=${contactToMailColumns}`);
    return whyNoMail(row as ContactToMail);
  } catch {
    return undefined;
  }
}

/** Names an invitation that has no name yet after its contact. */
export function nameAfterContact(form: Xrm.FormContext): void {
  const name = contactOn(form)?.name;
  if (name !== undefined && valueOf(form, 'inv_name') === null) attributeOf(form, 'inv_name')?.setValue(name);
}
