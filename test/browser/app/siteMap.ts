import type { Page } from 'playwright-core';

/** The navigation at the left. */
export interface SiteMap {
  /** Titles of its entries, from top to bottom. */
  entries(): Promise<readonly string[]>;
  open(title: string): Promise<void>;
}

export function siteMap(page: Page): SiteMap {
  const navigation = page.locator('[data-id="navbar-container"]');
  return {
    async entries() {
      await navigation.waitFor();
      return navigation.getByRole('link').allInnerTexts();
    },
    open: (title) => navigation.getByRole('link', { name: title, exact: true }).click(),
  };
}
