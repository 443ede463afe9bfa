import type { Page } from 'playwright-core';

/** The bar above the page that tells how far a long piece of work is. */
export interface GlobalNotification {
  /** Waits until it says this. */
  untilSays(text: string): Promise<void>;
  /** Clicks its action. */
  act(label: string): Promise<void>;
  /** Waits until there is none. */
  untilGone(): Promise<void>;
}

export function globalNotification(page: Page): GlobalNotification {
  const list = page.locator('[data-id="globalNotificationList"]');
  return {
    untilSays: (text) => list.getByText(text).waitFor(),
    act: (label) => list.getByRole('button', { name: label, exact: true }).last().click(),
    untilGone: () => list.waitFor({ state: 'hidden' }),
  };
}
