import type { Host } from '../../host/host.js';
import type { FormModel } from './formModel.js';
import { SaveError } from './saveError.js';

/**
 * Asks what becomes of unsaved changes before a form is left: saved, discarded, or (the dialog is closed with neither
 * button) the user stays. They stay too when the save is stopped.
 */
export async function mayLeave(host: Host, model: FormModel): Promise<boolean> {
  if (!model.isDirty.value) return true;
  const { confirmed, closed = false } = await host.dialogs.confirm({
    title: host.text('model.unsavedTitle'),
    text: host.text('model.unsavedText'),
    confirmButtonLabel: host.text('model.saveAndContinue'),
    cancelButtonLabel: host.text('model.discardChanges'),
  });
  if (confirmed) return saved(model);
  if (closed) return false;
  model.discard();
  return true;
}

async function saved(model: FormModel): Promise<boolean> {
  try {
    await model.save();
    return true;
  } catch (error) {
    if (error instanceof SaveError) return false;
    throw error;
  }
}
