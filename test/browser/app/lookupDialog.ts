import type { Page } from 'playwright-core';
import { dialog } from './dialog.js';

/** The dialog that picks rows of a table: "Add Existing" of a subgrid, or the advanced lookup of a field. */
export interface LookupDialog {
  /** Finds each row by its name, picks them all and adds them. */
  add(...names: readonly string[]): Promise<void>;
}

export function lookupDialog(page: Page): LookupDialog {
  const { root } = dialog(page);
  return {
    async add(...names) {
      for (const name of names) {
        const box = root.locator('input[data-id="quickFind-text-editor"]');
        await box.fill(name);
        await box.press('Enter');
        const row = root
          .locator('[role=row][row-index]')
          .filter({ has: page.getByText(name, { exact: true }) });
        await row.getByRole('checkbox').check();
      }
      const add = await root.locator('[data-id="lookupDialogSaveBtn"]').elementHandle();
      await add?.click();
      await add?.waitForElementState('hidden');
    },
  };
}
