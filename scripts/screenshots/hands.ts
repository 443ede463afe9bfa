import type { Locator, Page } from 'playwright-core';

/** What a person does in the app. Everything is found by the real app's `data-id` and roles. */

export const openFromSiteMap = (page: Page, title: string): Promise<void> =>
  page.locator('[data-id="navbar-container"]').getByRole('link', { name: title, exact: true }).click();

/** Resolves when every list on the page has its rows. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.locator('[role=grid]').first().waitFor();
  await page.locator('[role=grid][aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Opens a row of the list by its name; resolves when its form is there. */
export async function openRow(page: Page, name: string): Promise<void> {
  await untilLoaded(page);
  await page.getByRole('grid').getByRole('link', { name, exact: true }).click();
  await page.locator('[data-id="editFormRoot"]').waitFor();
}

export async function chooseView(page: Page, name: string): Promise<void> {
  await page.locator('button[id*=ViewSelector]').click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
  await untilLoaded(page);
}

/** Sorts a list by a column, so that its order does not hang on when rows were made. */
export async function sortBy(page: Page, column: string): Promise<void> {
  await untilLoaded(page);
  await page.getByRole('columnheader', { name: column, exact: true }).click();
  await untilLoaded(page);
}

export async function selectRows(page: Page, names: readonly string[]): Promise<void> {
  await untilLoaded(page);
  for (const name of names) {
    const row = page
      .locator('[role=row][row-index]')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
    await row.getByRole('checkbox').check();
  }
}

/** Clicks a command of the page's bar, or one behind its overflow button. */
export async function command(page: Page, id: string): Promise<void> {
  const bar = page.locator('[data-id="CommandBar"]').first();
  await bar.and(page.locator('[aria-busy="false"]')).waitFor();
  const button = page.locator(`[data-id$="|${id}"]`).first();
  if (!(await button.isVisible())) await bar.locator('button[data-id="OverflowButton"]').click();
  await button.click();
}

/** The dialog on top, when it has opened. */
export async function dialog(page: Page): Promise<Locator> {
  const title = page.locator('[data-id="dialogTitleText"]').last();
  await title.waitFor();
  return page.locator('[role=dialog], [role=alertdialog]').filter({ has: title }).last();
}

/** Answers the dialog on top; resolves when it is gone. */
export async function answer(page: Page, button: 'confirmButton' | 'okButton'): Promise<void> {
  const shown = await (await dialog(page)).locator(`[data-id="${button}"]`).elementHandle();
  await shown?.click();
  await shown?.waitForElementState('hidden');
}

/** Types into a field and leaves it. */
export async function fill(surface: Locator, control: string, text: string): Promise<void> {
  const input = surface.locator(
    `[data-id="${control}-FieldSectionItemContainer"] :is(input, textarea)[data-id*="${control}.fieldControl"]`,
  );
  await input.first().fill(text);
  await input.first().blur();
}

export async function save(page: Page, table: string): Promise<void> {
  await command(page, `Mscrm.Form.${table}.Save`);
  await page.locator('[data-id="header_saveStatus"]').getByText('- Saved').waitFor();
}

/** Resolves when the form says this. */
export const untilSays = (page: Page, text: string): Promise<void> =>
  page.locator('[data-id="notificationWrapper"]').getByText(text).first().waitFor();

/** Resolves when the form's timeline has so many entries; `status` is what the last of them says of itself. */
export const untilOnTimeline = (page: Page, count: number, status = ''): Promise<void> =>
  page
    .locator('[data-id^="timeline_record_content_"]')
    .nth(count - 1)
    .filter({ hasText: status })
    .waitFor();
