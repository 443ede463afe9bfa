import type { Page } from 'playwright-core';

/** Chooses how many rows lists show on a page; resolves when the app has been loaded again with it. */
export async function chooseRowsPerPage(page: Page, rows: 25 | 50 | 75 | 100 | 250): Promise<void> {
  await page.locator('#settingsButton').click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('radio', { name: String(rows), exact: true }).click();
  await reloaded;
  await page.getByText(`${rows} rows per page`).waitFor();
}

/** Chooses a language in the settings; the page comes again in it. */
export async function speak(page: Page, name: string, tag: string): Promise<void> {
  await page.locator('#settingsButton').click();
  await page.getByRole('radio', { name }).click();
  await page.locator(`html[lang="${tag}"]`).waitFor();
  await page.locator('[data-id="shell-container"]').waitFor();
}
