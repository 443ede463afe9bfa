import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowPage, listPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { contacts, invite, samples, status } from './app/invitations.js';
import {
  buttonTexts,
  columnLabel,
  englishOnly,
  resx,
  spoken,
  statusLabel,
  tabLabel,
  viewName,
} from './app/shippedTexts.js';
import { speak } from './app/settings.js';
import { useApp } from './useApp.js';

jest.setTimeout(120_000);
const app = useApp();

/** What people read on the page and what is read to them: lines of text, names and tooltips. */
const words = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [...document.body.innerText.split('\n'), ...attributes].map((text) => text.trim());
  });

/** Names of rows are what people have given them: one web role is called "Customer", as a column is. */
let webRoles: readonly unknown[];
beforeAll(async () => {
  const rows = await app.running().admin.rows('inv_webroles?$select=inv_name');
  webRoles = rows.map((row) => row['inv_name']);
});

/** Nothing on the page is English that has a word in the language, and nothing is a key. */
async function expectNoEnglish(page: Page, lcid: number): Promise<void> {
  const shown = await words(page);
  const english = englishOnly(lcid);
  expect(shown.filter((text) => english.has(text) && !webRoles.includes(text))).toEqual([]);
  expect(shown.filter((text) => /\$(LocLabels|webresource|Resources)|\{\d\}/.test(text))).toEqual([]);
}

/** What a button of ours is called, and what its tooltip explains. */
async function expectButton(page: Page, table: string, id: string, lcid: number): Promise<void> {
  const button = page.locator(`[data-id$="|${id}"]:not(ul)`).first();
  const { label, description } = buttonTexts(table, id, lcid);
  await button.waitFor();
  expect(await button.getAttribute('aria-label')).toBe(label);
  expect(await button.getAttribute('title')).toContain(description);
}

describe.each(spoken)('in $name', ({ lcid, name, tag, date, past }) => {
  const text = resx(lcid);

  it('one invites a contact: commands, form, remarks, what is refused', async () => {
    const { page } = await app.as('manager', { path: listPage('contact') });
    await speak(page, name, tag);
    const flyout = 'inv.contact.HomepageGrid.CreateInvitations';
    await page.locator('[role=row][row-index="0"]').getByRole('checkbox').check();
    await expectButton(page, 'Contact', flyout, lcid);
    await page.locator(`[data-id$="|${flyout}"]`).first().click();
    for (const command of ['OneEach', 'Group'])
      await expectButton(page, 'Contact', `${flyout}.${command}`, lcid);
    await expectNoEnglish(page, lcid);

    await page.goto(app.running().url + rowPage('contact', contacts.isla));
    const shown = form(page);
    await shown.value('lastname');
    await expectButton(page, 'Contact', 'inv.contact.Form.CreateInvitation', lcid);
    await expectNoEnglish(page, lcid);
    await shown.commands.click('inv.contact.Form.CreateInvitation');
    await shown.untilSays(text('contactNoAddress', 'Isla McKenzie'));
    expect((await shown.notifications()).join('\n')).toContain(text('saveThenAddWebRoles'));
    for (const column of ['inv_name', 'inv_contactid', 'inv_expirydate']) {
      const label = page.locator(`[data-id="${column}-FieldSectionItemContainer"] label`);
      expect(await label.innerText()).toBe(columnLabel(column, lcid));
    }
    await shown.fill('inv_expirydate', past);
    expect(await shown.problem('inv_expirydate')).toContain(text('expiryInPast'));
    await shown.fill('inv_name', '');
    await expectNoEnglish(page, lcid);
    await shown.tab(tabLabel('advanced', lcid));
    await shown.fill('inv_code', 'weak');
    expect(await shown.problem('inv_code')).toContain(text('codeTooWeak'));
    await expectNoEnglish(page, lcid);
  });

  it('one sends: list, question, what became of it, the date', async () => {
    const { admin } = app.running();
    const id = await invite(admin, contacts.carla, {
      inv_name: `Guest ${tag}`,
      inv_expirydate: '2031-04-09',
    });
    const { page } = await app.as('manager', { path: listPage('inv_invitation') });
    await speak(page, name, tag);
    const headers = page.locator('[role=columnheader][col-id]');
    await grid(page).view(viewName('All Invitations', lcid));
    for (const header of await headers.all())
      expect(await header.innerText()).toBe(columnLabel((await header.getAttribute('col-id')) ?? '', lcid));
    const row = page.locator('[role=row][row-index]').filter({ hasText: `Guest ${tag}` });
    expect(await row.locator('[col-id=inv_expirydate]').innerText()).toBe(date);
    expect(await row.locator('[col-id=statuscode]').innerText()).toBe(statusLabel(status.new, lcid));
    await row.getByRole('checkbox').check();
    await expectButton(page, 'inv_invitation', 'inv.inv_invitation.HomepageGrid.Send', lcid);
    await expectNoEnglish(page, lcid);

    await page.goto(app.running().url + rowPage('inv_invitation', id));
    const shown = form(page);
    expect(await shown.value('inv_expirydate')).toBe(date);
    for (const command of ['Send', 'Revoke'])
      await expectButton(page, 'inv_invitation', `inv.inv_invitation.Form.${command}`, lcid);
    for (const tab of ['general', 'redemptions', 'advanced']) {
      await shown.tab(tabLabel(tab, lcid));
      await expectNoEnglish(page, lcid);
    }
    await shown.commands.click('inv.inv_invitation.Form.Send');
    expect(await dialog(page).title()).toBe(text('sendInvitation'));
    expect(await dialog(page).text()).toBe(text('askSend', 'Carla Mendes'));
    await expectNoEnglish(page, lcid);
    await dialog(page).confirm();
    await shown.untilSays(text('hasBeenSent'));
    await expectButton(page, 'inv_invitation', 'inv.inv_invitation.Form.SendAgain', lcid);
    await shown.tab(tabLabel('general', lcid));
    await expectNoEnglish(page, lcid);
  });

  it('one reads what a group, a redeemed and an inactive invitation are', async () => {
    const { page } = await app.as('manager');
    await speak(page, name, tag);
    for (const id of [samples.group, samples.redeemed, samples.inactive]) {
      await page.goto(app.running().url + rowPage('inv_invitation', id));
      await form(page).value('inv_name');
      await expectNoEnglish(page, lcid);
    }
    for (const table of [
      'inv_inviteredemption',
      'inv_webrole',
      'inv_redemptionrequest',
      'inv_externalidentity',
      'inv_redemptionlock',
    ]) {
      await page.goto(app.running().url + listPage(table));
      await page.locator('[role=grid][aria-busy=false]').waitFor();
      await expectNoEnglish(page, lcid);
    }
  });
});
