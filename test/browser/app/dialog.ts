import type { Locator, Page } from 'playwright-core';

/** The dialog on top: a question, a message, an error or a form. Everything waits until there is one. */
export interface Dialog {
  title(): Promise<string>;
  /** What it says or asks. */
  text(): Promise<string>;
  /** The answer yes, also where its button is called otherwise. */
  confirm(): Promise<void>;
  cancel(): Promise<void>;
  /** Closes a message or an error. */
  ok(): Promise<void>;
  /** For what only this dialog has. */
  readonly root: Locator;
}

export function dialog(page: Page): Dialog {
  const root = page
    .locator('[role=dialog], [role=alertdialog]')
    .filter({ has: page.locator('[data-id="dialogTitleText"]') })
    .last();
  /** The button that was clicked goes away with its dialog. */
  const press = async (button: string): Promise<void> => {
    const element = await root.locator(`[data-id="${button}"]`).elementHandle();
    await element?.click();
    await element?.waitForElementState('hidden');
  };
  return {
    root,
    title: () => root.locator('[data-id="dialogTitleText"]').innerText(),
    text: () => root.locator('[data-id="dialogMessageText"], [data-id="errorDialog_subtitle"]').innerText(),
    confirm: () => press('confirmButton'),
    cancel: () => press('cancelButton'),
    ok: () => press('okButton'),
  };
}
