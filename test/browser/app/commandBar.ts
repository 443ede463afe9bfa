import type { Locator, Page } from 'playwright-core';

/** A command bar by the real app's `data-id` contract: commands are named by their buttons' ids. */
export interface CommandBar {
  /** Clicks a command, in the bar or behind its overflow button. */
  click(id: string): Promise<void>;
  /** Opens a flyout and clicks a command in it. */
  clickIn(flyoutId: string, id: string): Promise<void>;
  /** Ids of the commands that are there now, those behind the overflow button included, from left to right. */
  commands(): Promise<readonly string[]>;
}

/**
 * @param surface what holds the bar: the page, or a subgrid. Other bars inside of it are left alone: the first one counts
 */
export function commandBar(page: Page, surface: Locator = page.locator('body')): CommandBar {
  const bar = surface.locator('[data-id="CommandBar"]').first();
  const overflow = bar.locator('button[data-id="OverflowButton"]');
  const command = (id: string): Locator => page.locator(`[data-id$="|${id}"]`);

  /** The rules have spoken. */
  const settled = (): Promise<void> => bar.and(page.locator('[aria-busy="false"]')).waitFor();
  async function reach(id: string): Promise<Locator> {
    await settled();
    const inBar = bar.locator(`[data-id$="|${id}"]`);
    if (await inBar.isVisible()) return inBar;
    if (await overflow.isVisible()) await overflow.click();
    return command(id);
  }
  return {
    async click(id) {
      await (await reach(id)).click();
    },
    async clickIn(flyoutId, id) {
      await (await reach(flyoutId)).click();
      await command(id).click();
    },
    async commands() {
      await settled();
      const ids = await idsOf(bar);
      if (!(await overflow.isVisible())) return ids;
      await overflow.click();
      const menu = page.getByRole('menu').last();
      const more = await idsOf(menu);
      await page.keyboard.press('Escape');
      return [...ids, ...more.filter((id) => !ids.includes(id))];
    },
  };
}

/** `contact|NoRelationship|Form|Mscrm.Form.contact.Save` → `Mscrm.Form.contact.Save`. */
async function idsOf(surface: Locator): Promise<string[]> {
  const dataIds = await surface
    .locator('[data-id*="|"]:visible')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id') ?? ''));
  return dataIds.map((dataId) => dataId.slice(dataId.lastIndexOf('|') + 1));
}
