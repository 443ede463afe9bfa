import type { FormModel } from '../../model/formModel.js';
import { SaveError } from '../../model/saveError.js';

/** Saves a dialog's form and closes it; it stays open when it cannot be saved, of which the model has told the user. */
export async function saveAndClose(model: FormModel): Promise<void> {
  try {
    await model.save({ mode: 2 });
  } catch (error) {
    if (error instanceof SaveError) return;
    throw error;
  }
  await model.close();
}
