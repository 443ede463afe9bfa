import { text } from '../text/text.js';

/** Tells something that wants no answer. */
export async function tell(message: string, title: string): Promise<void> {
  await Xrm.Navigation.openAlertDialog({ text: message, title });
}

/** Asks, with OK and Cancel. @returns true for OK */
export async function ask(message: string, title: string): Promise<boolean> {
  const answer = await Xrm.Navigation.openConfirmDialog({ text: message, title });
  return answer.confirmed;
}

/**
 * Sees to it that what people look at is what Dataverse has: asks to save a changed form, and saves it.
 *
 * @returns false when people do not want to, or the form cannot be saved; the app has said why then
 */
export async function saveFirst(form: Xrm.FormContext, title: string): Promise<boolean> {
  if (!form.data.getIsDirty()) return true;
  if (!(await ask(text('saveChanges'), title))) return false;
  return form.data.save().then(
    () => true,
    () => false,
  );
}
