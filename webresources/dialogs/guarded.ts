import { text } from '../text/text.js';
import { reasonOf } from '../text/reasonOf.js';

/** A command that was clicked while the same or another one was still reading. */
class ClickedTwice extends Error {}

/**
 * Runs a command; what goes wrong in it is shown, for nobody sees a rejected promise. The second click of a double click
 * does nothing.
 */
export async function guarded(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof ClickedTwice) return;
    await Xrm.Navigation.openErrorDialog({ message: text('unexpected'), details: reasonOf(error) });
  }
}

let isReading = false;

/**
 * What a command reads before it asks, behind the progress indicator. That takes a moment to appear, and what is clicked
 * before must not be done twice.
 *
 * @throws for `guarded` to end the command when another one is reading
 */
export async function waiting<Result>(read: () => Promise<Result>): Promise<Result> {
  if (isReading) throw new ClickedTwice();
  isReading = true;
  try {
    return await behindProgress(read);
  } finally {
    isReading = false;
  }
}

/** Runs something behind the modal progress indicator, which is gone before anything else is shown. */
export async function behindProgress<Result>(work: () => Promise<Result>): Promise<Result> {
  Xrm.Utility.showProgressIndicator(text('reading'));
  try {
    return await work();
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
}
