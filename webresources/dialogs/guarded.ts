import { text } from '../text/text.js';
import { reasonOf } from '../text/reasonOf.js';

/** Runs a command; what goes wrong in it is shown, for nobody sees a rejected promise. */
export async function guarded(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    await Xrm.Navigation.openErrorDialog({ message: text('unexpected'), details: reasonOf(error) });
  }
}

/** Runs something behind the modal progress indicator, which is gone before anything else is shown. */
export async function waiting<Result>(work: () => Promise<Result>): Promise<Result> {
  Xrm.Utility.showProgressIndicator(text('reading'));
  try {
    return await work();
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
}
