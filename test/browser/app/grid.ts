import type { Locator, Page } from 'playwright-core';

/** A list of rows, on a page of its own or on a form. Rows are named by the text of their name column. */
export interface Grid {
  /** Texts of a column, from top to bottom. */
  column(name: string): Promise<readonly string[]>;
  /** Ticks rows, beside those that are ticked already. */
  select(...names: readonly string[]): Promise<void>;
  /** Ticks every row of the page. */
  selectAll(): Promise<void>;
  /** Follows the link in a row's name. */
  open(name: string): Promise<void>;
  /** Chooses a view by its name. */
  view(name: string): Promise<void>;
  /** Filters by keyword. */
  search(text: string): Promise<void>;
  /** `1 - 30 of 30`, and how many are selected. */
  count(): Promise<string>;
}

/** @param surface what holds the grid: the page, or a subgrid */
export function grid(page: Page, surface: Locator = page.locator('body')): Grid {
  const table = surface.getByRole('grid').first();
  const loaded = (): Promise<void> => table.and(page.locator('[aria-busy="false"]')).waitFor();
  const row = (name: string): Locator =>
    table.locator('[role=row][row-index]').filter({ has: page.getByRole('link', { name, exact: true }) });
  return {
    async column(name) {
      await loaded();
      return table.locator(`[role=row][row-index] [col-id="${name}"]`).allInnerTexts();
    },
    async select(...names) {
      for (const name of names) await row(name).getByRole('checkbox').check();
    },
    async selectAll() {
      await loaded();
      await table.getByRole('columnheader').first().getByRole('checkbox').check();
    },
    async open(name) {
      await row(name).getByRole('link', { name, exact: true }).click();
    },
    async view(name) {
      await surface.locator('button[id*=ViewSelector]').click();
      await page.getByRole('menuitemradio', { name, exact: true }).click();
      await loaded();
    },
    async search(text) {
      const box = surface.locator('input[data-id="quickFind-text-editor"]');
      await box.fill(text);
      await box.press('Enter');
      await loaded();
    },
    count: () => surface.locator('[data-id="grid-count"]').innerText(),
  };
}
