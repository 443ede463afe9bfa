import type { Page } from 'playwright-core';

/** The timeline of a form: activities and notes. */
export interface Timeline {
  /** Texts of its entries, the newest first: kind and author, subject, status reason, description. */
  entries(): Promise<readonly string[]>;
}

export function timeline(page: Page): Timeline {
  const root = page.locator('[data-id="notescontrol"]');
  return {
    async entries() {
      await root.waitFor();
      return root.locator('[data-id^="timeline_record_content_"]').allInnerTexts();
    },
  };
}
