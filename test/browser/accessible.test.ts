import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../scripts/system/until.js';
import { english } from '../../webresources/strings/english.js';
import { listPage, rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { contacts, invite, samples, status } from './app/invitations.js';
import { axeViolations } from './axe.js';
import { useApp } from './useApp.js';

jest.setTimeout(120_000);
const app = useApp();

const sizes = {
  'at a desk': { width: 1280, height: 800 },
  'on a phone': { width: 390, height: 844 },
} as const;
const colours = { runOnly: { type: 'rule' as const, values: ['color-contrast'] } };

/** Everything that is wrong with the page: at a desk, on a phone, and in the dark, where only the colours differ. */
async function check(page: Page, state: string): Promise<void> {
  for (const [place, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    expect([state, place, ...(await axeViolations(page))]).toEqual([state, place]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([state, place, Math.max(0, excess)]).toEqual([state, place, 0]);
  }
  await page.setViewportSize(sizes['at a desk']);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect([state, 'in the dark', ...(await axeViolations(page, colours))]).toEqual([state, 'in the dark']);
  await page.emulateMedia({ colorScheme: 'light' });
}

const goto = (page: Page, path: string) => page.goto(app.running().url + path);

/** Every list on the page has its rows. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};

/** Goes through the tabs of a form; the frame around them is looked at once on a phone. */
async function checkForm(page: Page, name: string): Promise<void> {
  await page.locator('[data-id="editFormRoot"] [data-id$="-FieldSectionItemContainer"]').first().waitFor();
  await settled(page);
  await check(page, name);
  const tabs = page.locator('[data-id="editFormRoot"] [role=tab][aria-selected=false]');
  for (const id of await tabs.evaluateAll((found) => found.map((tab) => tab.getAttribute('data-id')))) {
    const tab = page.locator(`[data-id="${id ?? ''}"]`);
    if (!(await tab.isVisible())) continue;
    await tab.click();
    await settled(page);
    expect([name, id, ...(await axeViolations(page))]).toEqual([name, id]);
  }
}

describe('accessible, light and dark, on a phone too', () => {
  it('are the lists', async () => {
    const { page } = await app.as('admin');
    for (const table of [
      'inv_invitation',
      'inv_inviteredemption',
      'inv_webrole',
      'inv_redemptionrequest',
      'inv_externalidentity',
      'inv_redemptionlock',
    ]) {
      await goto(page, listPage(table));
      await page.locator('[role=grid][aria-busy=false]').waitFor();
      await check(page, `list of ${table}`);
    }
  });

  it('are the forms of saved rows, tab by tab', async () => {
    const { page } = await app.as('admin');
    const rows = [
      ['account', 'a0000000-0000-4000-8000-000000000001'],
      ['inv_invitation', samples.group],
      ['inv_webrole', '40000000-0000-4000-8000-000000000001'],
    ] as const;
    for (const [table, id] of rows) {
      await goto(page, rowPage(table, id));
      await checkForm(page, table);
    }
  });

  it('are the forms of a linked identity and of a redemption lock', async () => {
    const { admin } = app.running();
    const [identity, lock] = [randomUUID(), randomUUID()];
    await admin.create('inv_externalidentities', {
      inv_externalidentityid: identity,
      inv_name: 'Hiro at Contoso',
      'inv_contactid@odata.bind': `/contacts(${contacts.hiro})`,
    });
    await admin.create('inv_redemptionlocks', {
      inv_redemptionlockid: lock,
      inv_name: 'Address 0a1b2c3d',
      inv_failures: 100,
    });
    const { page } = await app.as('admin');
    for (const [table, id] of [
      ['inv_externalidentity', identity],
      ['inv_redemptionlock', lock],
    ] as const) {
      await goto(page, rowPage(table, id));
      await checkForm(page, table);
    }
  });

  it('is a new invitation: what a lookup finds, remarks, errors', async () => {
    const { page } = await app.as('admin', { path: rowPage('inv_invitation') });
    const shown = form(page);
    await shown.fill('inv_expirydate', '1/31/2020');
    await page.locator('[data-id="inv_contactid-FieldSectionItemContainer"] input').first().fill('Isla');
    await page.getByRole('option', { name: 'Isla McKenzie' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('option', { name: 'Isla McKenzie' }).click();
    await shown.untilSays(english.contactNoAddress.replace('{0}', 'Isla McKenzie'));
    await shown.notifications();
    await shown.commands.click('Mscrm.Form.inv_invitation.Save');
    await page.locator('[data-id="inv_expirydate-error-message"]').waitFor();
    await check(page, 'a new invitation that cannot be saved');
  });

  it('is what a redemption leaves behind', async () => {
    const { admin } = app.running();
    const code = 'an-accessible-code';
    const id = await invite(admin, contacts.hiro, { inv_code: code });
    await admin.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
    const first = (set: string, column: string) =>
      until(`a row of ${set}`, async () => {
        const path = `${set}?$select=${column}&$filter=_regardingobjectid_value eq ${id}`;
        return (await admin.rows(path))[0]?.[column];
      });
    const email = await first('emails', 'activityid');
    await admin.create('inv_redemptionrequests', {
      inv_name: 'At the site',
      inv_code: code,
      'inv_contactid@odata.bind': `/contacts(${contacts.hiro})`,
    });
    const redemption = await first('inv_inviteredemptions', 'activityid');
    const [request] = await admin.rows('inv_redemptionrequests?$select=inv_redemptionrequestid');
    const { page } = await app.as('admin');
    for (const [table, row] of [
      ['email', email],
      ['inv_inviteredemption', redemption],
      ['inv_redemptionrequest', request?.['inv_redemptionrequestid']],
      ['contact', contacts.hiro],
    ] as const) {
      await goto(page, rowPage(table, String(row)));
      await checkForm(page, table);
    }
  });
});

/** What the keyboard is on. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

const focusInDialog = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.closest('dialog') != null);

/** Presses Tab until something is reached, as people do. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${selector}: it is on ${await focused(page)}.`);
}

describe('with the keyboard alone', () => {
  const flyout = 'inv.contact.HomepageGrid.CreateInvitations';

  it('one invites a group: select, flyout, quick create, and out of it again', async () => {
    const { page } = await app.as('manager', { path: listPage('contact') });
    await page.locator('[role=grid][aria-busy=false]').waitFor();
    await tabTo(page, '[role=grid] *');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator(`button[data-id$="|${flyout}"]`).waitFor();

    await page.evaluate(() => (document.querySelector('#main') as HTMLElement | null)?.focus());
    await tabTo(page, '[data-id="CommandBar"] button');
    for (let presses = 0; presses < 20 && (await focused(page)) !== 'Create Invitations'; presses += 1)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.locator(`[role=menuitem][data-id$="${flyout}.OneEach"]:focus`).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('One Group Invitation for All');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog').last();
    await panel.locator('[data-id="inv_name-FieldSectionItemContainer"]').waitFor();
    await focusInDialog(page);
    await check(page, 'quick create');

    await tabTo(page, '[data-id^="inv_name.fieldControl"]');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await dialog(page).text()).toContain('save your changes');
    await page.keyboard.press('Escape');
    await dialog(page).root.waitFor({ state: 'detached' });
    expect(await form(page, panel).value('inv_name')).toBe('By keyboard');
  });

  it('one changes tabs of a form, and answers a question', async () => {
    const { page } = await app.as('manager', { path: rowPage('inv_invitation', samples.new) });
    await form(page).value('inv_name');
    await tabTo(page, '[role=tab]');
    await page.keyboard.press('ArrowRight');
    const selected = page.locator('[data-id="editFormRoot"] [role=tab][aria-selected=true]');
    const keys = await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'));
    if (keys === 'false') await page.keyboard.press('Enter');
    expect(await selected.getAttribute('data-id')).toBe('tablist-redemptions');

    await page.locator('button[data-id$="|inv.inv_invitation.Form.Send"]').focus();
    await page.keyboard.press('Enter');
    await dialog(page).root.getByText(english.askSend.replace('{0}', 'Alice Nguyen')).waitFor();
    await focusInDialog(page);
    await page.keyboard.press('Escape');
    await dialog(page).root.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Send Invitation');
  });
});
