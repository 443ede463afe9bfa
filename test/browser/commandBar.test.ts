import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeViolations } from './axe.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

const flow = 'button[data-id="contact|NoRelationship|Form|Mscrm.Form.contact.Flows.RefreshCommandBar"]';
const flowMenu = 'ul[data-id*="Flows.RefreshCommandBar"]';
const bar = 'ul[data-lp-id="commandbar-Form:contact"]';
const overflow = `${bar} button[data-id="OverflowButton"]`;
const flyout = '#__flyoutRootNode';

/** The form of a contact, wide enough for all commands unless told otherwise. */
async function openContact(width = 1600): Promise<Page> {
  const { page } = await app.as('admin', { context: { viewport: { width, height: 800 } } });
  if (width < 800) await page.setViewportSize({ width: 1280, height: 800 });
  await siteMap(page).open('Contacts');
  await grid(page).open('Carla Mendes');
  await form(page).value('emailaddress1');
  await page.setViewportSize({ width, height: 800 });
  return page;
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-id')?.split('|').at(-1));

describe('A command bar', () => {
  it('is one tab stop, and arrow keys, Home and End lead through it', async () => {
    const page = await openContact();
    await page.locator('button[data-id$=".Save"]').focus();
    const seen = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    const last = await page.locator(`${bar} > li:last-child button`).first().getAttribute('data-id');
    const lastId = last?.split('|').at(-1);
    const save = 'Mscrm.Form.contact.Save';
    expect(seen).toEqual(['Mscrm.Form.contact.SaveAndClose', lastId, save, lastId, save]);
    await page.keyboard.press('Tab');
    expect(await page.locator(`${bar} :focus`).count()).toBe(0);
  });

  it('runs a flow on the row from its flyout', async () => {
    const page = await openContact();
    await page.locator(flow).click();
    await page.locator(`${flowMenu} li[aria-label="Run Create a welcome task for the contact"]`).click();
    await page.locator('[data-id="confirmButton"]').click();
    await page.getByText('was started for 1 Contact.').waitFor();
  });

  it('closes a flyout by Escape, which gives the focus back, and by a click elsewhere', async () => {
    const page = await openContact();
    await page.locator(flow).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator(`${flowMenu} li[aria-label="Run Fail on purpose"]`).waitFor();
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Run Fail on purpose',
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator(flyout).count()).toBe(0);
    expect(await focused(page)).toBe('Mscrm.Form.contact.Flows.RefreshCommandBar');

    await page.keyboard.press('Enter');
    await page.locator(flyout).waitFor();
    await page.locator('[data-id="header_title"]').click();
    await page.locator(flyout).waitFor({ state: 'detached' });
    await page.locator(flow).click();
    await page.locator(flyout).waitFor();
    await page.locator(flow).click();
    await page.locator(flyout).waitFor({ state: 'detached' });
  });

  it('puts what does not fit behind More commands, flyouts too, at 390 pixels', async () => {
    const page = await openContact(390);
    await page.locator(overflow).click();
    expect(await page.locator(overflow).getAttribute('aria-label')).toBe('More commands for Contact');
    await page.locator(`${flyout} [role=menuitem]`).nth(3).waitFor();
    await page.locator(`${flyout} ${flow}`).click();
    await page.locator(`${flowMenu} li[aria-label="Run Fail on purpose"]`).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const box = await page.locator(flyout).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);

    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1600, height: 800 });
    await page.locator(`${bar} > li > .command-anchor > ${flow}`).waitFor();
    expect(await page.locator(overflow).count()).toBe(0);
  });

  it('keeps the focus when the command that was run is hidden', async () => {
    const page = await openContact();
    await page.locator('button[data-id$="|Mscrm.Form.contact.Deactivate"]').click();
    await page.locator('[data-id="confirmButton"]').click();
    await page.locator('button[data-id$="|Mscrm.Form.contact.Activate"]').waitFor();
    expect(await page.locator('button[data-id$="|Mscrm.Form.contact.Save"]').count()).toBe(0);
    expect(await page.locator(`${bar} :focus`).count()).toBe(1);
  });
});
