import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { listPage, rowPage } from './app/addresses.js';
import { commandBar } from './app/commandBar.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { contacts, samples } from './app/invitations.js';
import { speak } from './app/settings.js';
import { siteMap } from './app/siteMap.js';
import { axeViolations } from './axe.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();
const dashboard = '/main.aspx?pagetype=dashboard';

const counted = async (page: Page): Promise<void> => {
  await page.locator('figure[aria-busy=false]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};
const chart = (place: Locator, name: string) => place.getByRole('img', { name });

/** What a chart's table says to those who do not see the picture: names and numbers. */
async function numbers(place: Page | Locator, caption: string): Promise<Readonly<Record<string, string>>> {
  const rows = place.getByRole('table', { name: caption }).locator('tbody tr');
  const cells = await rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map(({ textContent }) => textContent)),
  );
  return Object.fromEntries(cells) as Record<string, string>;
}

/** How many rows of a set there are by what the Web API calls them. */
async function groups(path: string, column: string): Promise<Readonly<Record<string, string>>> {
  const rows = await app.running().admin.rows(path);
  const names = rows.map((row) => String(row[`${column}@OData.Community.Display.V1.FormattedValue`]));
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, String(names.filter((other) => other === name).length)]),
  );
}

beforeAll(async () => {
  await app.running().admin.create('inv_inviteredemptions', {
    subject: 'Redeemed',
    'regardingobjectid_inv_invitation@odata.bind': `/inv_invitations(${samples.redeemed})`,
  });
});

describe('the dashboard', () => {
  it('is what the app opens with, and its charts say what the rows say', async () => {
    const { page } = await app.as('manager');
    await counted(page);
    const main = page.locator('main');
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe('Invitations');
    const expected = await groups('inv_invitations?$select=statuscode', 'statuscode');
    expect(await numbers(main, 'Invitations by Status')).toEqual(expected);
    expect(await chart(main, 'Invitations by Status, chart').locator('.chart-mark').count()).toBe(
      Object.keys(expected).length,
    );
    const month = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(new Date());
    expect(await numbers(main, 'Redemptions by Month')).toEqual({ [month]: '1' });
  });

  it('counts again by Refresh All', async () => {
    const { page } = await app.as('manager', { path: dashboard });
    await counted(page);
    const before = await numbers(page, 'Invitations by Status');
    const { admin } = app.running();
    await admin.create('inv_invitations', { inv_name: 'One more', inv_type: 724300001 });
    await page.locator('[data-id$="Mscrm.Dashboard.RefreshAll"]').click();
    const more = String(Number(before['New']) + 1);
    await page
      .getByRole('table', { name: 'Invitations by Status' })
      .getByText(more)
      .first()
      .waitFor({ state: 'attached' });
    expect(await numbers(page, 'Invitations by Status')).toEqual({ ...before, New: more });
  });

  it('leads from a list to its row, and to the page of the list', async () => {
    const { page } = await app.as('manager', { path: dashboard });
    const tile = page.locator('[data-id="dataSetRoot_send_problems"]');
    await tile.locator('[col-id="inv_name"] a').click();
    await form(page).value('inv_name');
    await page.goBack();
    await tile.getByRole('heading').getByRole('link').click();
    await page.locator('[data-id="entitylist"]').waitFor();
    expect(await page.locator('main h1').innerText()).toBe('Invitations with Send Problems');
  });

  it.each([
    ['at a desk', { width: 1280, height: 800 }],
    ['on a phone', { width: 390, height: 844 }],
  ])('is accessible %s, light and dark', async (_place, viewport) => {
    const { page } = await app.as('manager', { path: dashboard, context: { viewport } });
    await counted(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
  });

  it('speaks German', async () => {
    const { page } = await app.as('reader', { path: dashboard });
    await speak(page, 'Deutsch', 'de');
    await counted(page);
    await chart(page.locator('main'), 'Einladungen nach Status, Diagramm').waitFor();
    expect(Object.keys(await numbers(page, 'Einladungen nach Status'))).toContain('Gesendet');
    const month = new Intl.DateTimeFormat('de-DE', { month: 'long', timeZone: 'UTC' }).format(new Date());
    expect(await numbers(page, 'Einlösungen nach Monat')).toEqual({ [month]: '1' });
    expect(await siteMap(page).entries()).toContain('Dashboards');
  });
});

describe('a list', () => {
  it('shows a chart of its rows beside them, of another view too, and hides it', async () => {
    const { page } = await app.as('manager', { path: listPage('inv_invitation') });
    const bar = commandBar(page);
    await bar.click('Mscrm.HomepageGrid.inv_invitation.ShowChart');
    const pane = page.locator('[data-id="chart-pane"]');
    await counted(page);
    const sum = async () =>
      Object.values(await numbers(pane, 'Invitations by Status')).reduce((total, n) => total + Number(n), 0);
    const open = (await grid(page).column('inv_name')).length;
    expect(await sum()).toBe(open);
    expect(await axeViolations(page)).toEqual([]);

    await grid(page).view('All Invitations');
    await counted(page);
    const all = (await app.running().admin.rows('inv_invitations?$select=inv_name')).length;
    expect(all).toBeGreaterThan(open);
    expect(await sum()).toBe(all);

    await bar.click('Mscrm.HomepageGrid.inv_invitation.HideChart');
    await pane.waitFor({ state: 'detached' });
  });
});

describe('a quick view form', () => {
  const email = '[data-id="quickview_invitedcontact.emailaddress1-FieldSectionItemContainer"] input';

  it('follows the lookup, is empty without one, and cannot be changed', async () => {
    const { page } = await app.as('manager', { path: rowPage('inv_invitation', samples.new) });
    const { admin } = app.running();
    const shown = form(page);
    const [invited] = await admin.rows(
      `inv_invitations?$select=inv_name&$expand=inv_contactid($select=emailaddress1)&$filter=inv_invitationid eq ${samples.new}`,
    );
    const { emailaddress1 } = invited?.['inv_contactid'] as { emailaddress1: string };
    expect(await page.locator(email).inputValue()).toBe(emailaddress1);
    expect(await page.locator(email).isEditable()).toBe(false);

    const { emailaddress1: other } = await admin.get(`contacts(${contacts.carla})?$select=emailaddress1`);
    await shown.pick('inv_contactid', 'Carla Mendes');
    await page.waitForFunction(
      ([selector, value]) => document.querySelector<HTMLInputElement>(selector ?? '')?.value === value,
      [email, String(other)],
    );
    expect(await axeViolations(page)).toEqual([]);

    await page
      .locator('[data-id="inv_contactid-FieldSectionItemContainer"] [data-id$="_selected_tag_delete"]')
      .click();
    await page.locator(email).waitFor({ state: 'detached' });
    await shown.commands.click('Mscrm.Form.inv_invitation.Refresh');
  });
});

describe('the areas of the app', () => {
  it('are switched at the foot of the site map; Settings has the email templates', async () => {
    const { page } = await app.as('manager');
    const foot = page.locator('#areaSwitcherId');
    await foot.click();
    await page.getByRole('menuitemradio', { name: 'Settings', exact: true }).click();
    expect(await siteMap(page).entries()).toContain('Email Templates');
    await siteMap(page).open('Email Templates');
    expect(await grid(page).column('title')).toContain('Invitation');
    expect(await commandBar(page).commands()).toEqual(['Mscrm.HomepageGrid.template.Refresh']);
    expect(await foot.innerText()).toContain('Settings');
    await page.locator('[role=row][row-index="0"] a').first().click();
    expect(await form(page).isEditable('title')).toBe(false);
  });
});
