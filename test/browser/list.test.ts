import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import { axeViolations } from './axe.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

/** Signs the manager in and opens the contacts. */
async function openContacts(): Promise<Page> {
  const { page } = await app.as('manager');
  await siteMap(page).open('Contacts');
  await grid(page).column('fullname');
  return page;
}

const row = (page: Page, index: number) => page.locator(`[role=row][row-index="${index}"]`);
const selected = (page: Page) =>
  page.locator('[role=row][aria-selected=true] [col-id=fullname]').allInnerTexts();
const nameHeader = (page: Page) => page.locator('[role=columnheader][col-id=fullname]');

describe('a list of rows', () => {
  it('is sorted by a click on a header, and the other way round by another', async () => {
    const page = await openContacts();
    const names = await grid(page).column('fullname');
    expect(await nameHeader(page).getAttribute('aria-sort')).toBe('ascending');

    await nameHeader(page).click();
    const reversed = await grid(page).column('fullname');
    expect(await nameHeader(page).getAttribute('aria-sort')).toBe('descending');
    expect(reversed).toEqual([...names].reverse());
  });

  it('keeps its headers in sight when it is scrolled', async () => {
    const page = await openContacts();
    const names = await grid(page).column('fullname');
    const before = await nameHeader(page).boundingBox();
    await row(page, names.length - 1).scrollIntoViewIfNeeded();
    expect((await row(page, 0).boundingBox())?.y).toBeLessThan(before?.y ?? 0);
    expect(await nameHeader(page).boundingBox()).toEqual(before);
  });

  it('says how many rows it has to who cannot see it', async () => {
    const page = await openContacts();
    const names = await grid(page).column('fullname');
    const table = page.getByRole('grid', { name: 'Active Contacts' });
    expect(await table.getAttribute('aria-rowcount')).toBe(String(names.length + 1));
    expect(await row(page, 0).getAttribute('aria-rowindex')).toBe('2');
    expect(await grid(page).count()).toBe(`1 - ${names.length} of ${names.length}`);
  });

  it('selects by clicks: one row, one more with Ctrl, a range with Shift', async () => {
    const page = await openContacts();
    const names = await grid(page).column('fullname');
    const cell = (index: number) => row(page, index).locator('[col-id=emailaddress1]');
    await cell(1).click();
    await cell(2).click();
    expect(await selected(page)).toEqual([names[2]]);
    await cell(0).click({ modifiers: ['ControlOrMeta'] });
    expect(await selected(page)).toEqual([names[0], names[2]]);
    await cell(3).click({ modifiers: ['Shift'] });
    expect(await selected(page)).toEqual(names.slice(0, 4));
    expect(await grid(page).count()).toContain('(4 selected)');
  });

  it('is worked by the keyboard alone', async () => {
    const page = await openContacts();
    const names = await grid(page).column('fullname');
    await page.locator('input[data-id="quickFind-text-editor"]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await selected(page)).toEqual([names[0]]);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected(page)).toEqual(names.slice(0, 3));
    await page.keyboard.press('Control+a');
    expect(await selected(page)).toEqual(names);
    await page.keyboard.press('Enter');
    await page.locator('[data-id="header_title"]').waitFor();
    expect(await page.title()).toContain(`Contact: ${names[2]}`);
  });

  it('can be reached by the keyboard after its rows have gone', async () => {
    const page = await openContacts();
    await row(page, 5).locator('[col-id=emailaddress1]').click();
    await grid(page).search('nobody is called this');
    await page.locator('[data-id="grid-empty"]').waitFor();
    expect(await page.locator('[data-id="grid-empty"]').innerText()).toContain('nobody is called this');
    expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('opens a row by a double click, and the row of a lookup by its link', async () => {
    const page = await openContacts();
    await page.getByRole('link', { name: 'Contoso Ltd' }).first().click();
    await page.locator('[data-id="header_title"]').waitFor();
    expect(await page.title()).toContain('Account: Contoso Ltd');
    await page.goBack();
    await row(page, 0).locator('[col-id=emailaddress1]').dblclick();
    await page.waitForURL(/pagetype=entityrecord&etn=contact&id=/);
  });

  it('keeps its view in the address', async () => {
    const page = await openContacts();
    await grid(page).view('All Contacts');
    await page.reload();
    await page.getByRole('grid', { name: 'All Contacts' }).waitFor();
    expect(await page.locator('button[id*=ViewSelector]').innerText()).toBe('All Contacts');
  });

  it('says why its rows could not be read, and reads them when asked again', async () => {
    const { page, allow } = await app.as('manager');
    await siteMap(page).open('Contacts');
    const names = await grid(page).column('fullname');
    allow(/503/);
    await page.route(/\/api\/data\/v9\.2\/contacts/, (route) =>
      route.fulfill({ status: 503, json: { error: { code: '0x80072321', message: 'Come back later.' } } }),
    );
    await nameHeader(page).click();
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain('Come back later.');
    await page.unroute(/\/api\/data\/v9\.2\/contacts/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await row(page, 0).waitFor();
    expect(await grid(page).column('fullname')).toEqual([...names].reverse());
  });

  it('is a list of cards on a phone, no wider than it', async () => {
    const { page } = await app.as('manager', { context: { viewport: { width: 390, height: 844 } } });
    await page.getByRole('button', { name: 'Open the site map' }).click();
    await siteMap(page).open('Contacts');
    const names = await grid(page).column('fullname');
    const name = await row(page, 0).locator('[col-id=fullname]').boundingBox();
    const mail = await row(page, 0).locator('[col-id=emailaddress1]').boundingBox();
    expect(mail?.y).toBeGreaterThan(name?.y ?? Infinity);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await grid(page).select(names[1] ?? '');
    expect(await selected(page)).toEqual([names[1]]);
    expect(await axeViolations(page)).toEqual([]);
  });
});
