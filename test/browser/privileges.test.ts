import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listPage, rowPage } from './app/addresses.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { contacts, invitationPath, invite, samples, status } from './app/invitations.js';
import { siteMap } from './app/siteMap.js';
import type { Person } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();

/** What the Web API answers to the page itself: with the cookie of who is signed in. */
const ask = (page: Page, path: string, init: { method?: string; body?: string } = {}) =>
  page.evaluate(
    async ([address, { method = 'GET', body }]) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`/api/data/v9.2/${address}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      return {
        status: response.status,
        row: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      };
    },
    [path, init] as const,
  );

/** The commands of the page but flows, which anybody may see; without the words that all names begin with. */
async function commands(page: Page): Promise<readonly string[]> {
  const ids = await form(page).commands.commands();
  return ids.filter((id) => !id.includes('.Flows.')).map((id) => id.split('.').at(-1) ?? '');
}

/** The entries of the area that the app opens with. */
const everything = ['Dashboards', 'Contacts', 'Invitations', 'Redemptions', 'Web Roles'];

describe('who may read alone', () => {
  it('sees the lists and no command that changes anything', async () => {
    const { page } = await app.as('reader', { path: listPage('contact') });
    expect(await siteMap(page).entries()).toEqual(everything);
    await grid(page).select('Carla Mendes', 'Hiro Tanaka');
    expect(await commands(page)).toEqual(['Refresh']);

    await siteMap(page).open('Invitations');
    await grid(page).view('All Invitations');
    expect(await grid(page).column('inv_name')).toContain('Alice Nguyen');
    await grid(page).select('Alice Nguyen', 'Anna Becker');
    expect(await commands(page)).toEqual(['ShowChart', 'Refresh']);
  });

  it('sees rows that are not to be written, and no command that would', async () => {
    const { page } = await app.as('reader', { path: rowPage('contact', contacts.carla) });
    expect(await form(page).value('lastname')).toBe('Mendes');
    expect(await commands(page)).toEqual(['Refresh']);

    await page.goto(app.running().url + rowPage('inv_invitation', samples.new));
    expect(await form(page).value('inv_name')).toBe('Alice Nguyen');
    expect(await form(page).isEditable('inv_name')).toBe(false);
    expect(await commands(page)).toEqual(['Refresh']);
    expect(await form(page).notifications()).toEqual([expect.stringContaining('Read-only')]);
    const roles = form(page).subgrid('subgrid_webroles');
    await roles.rows.column('inv_name');
    expect(await roles.commands.commands()).toEqual(['Mscrm.SubGrid.inv_webrole.Refresh']);
  });

  it('is told so at the address of a new form', async () => {
    const { page } = await app.as('reader', { path: rowPage('inv_invitation') });
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain(
      'to create this: Invitation',
    );
    expect(await page.locator('[data-id="editFormRoot"]').count()).toBe(0);
  });

  it('is refused by the Web API, cookie or not', async () => {
    const tab = await app.as('reader');
    tab.allow(/status of 403/);
    const path = invitationPath(samples.new);
    const body = JSON.stringify({ statuscode: status.sendRequested });
    const answer = await ask(tab.page, path, { method: 'PATCH', body });
    expect(answer.status).toBe(403);
    const create = { method: 'POST', body: JSON.stringify({ inv_name: 'Mine' }) };
    expect((await ask(tab.page, 'inv_invitations', create)).status).toBe(403);
    expect(await app.running().admin.get(path)).toMatchObject({ statuscode: status.new });
  });
});

describe('the code of an invitation', () => {
  let id: string;
  const code = 'a-code-to-keep-secret';
  beforeAll(async () => {
    id = await invite(app.running().admin, contacts.carla, { inv_code: code });
  });

  /** What stands in the field: a mask, or an empty box with the mask for who may write a new code. */
  const masked = async (page: Page): Promise<string | null> =>
    (await form(page).value('inv_code')) ||
    page.locator('[data-id^="inv_code.fieldControl"]').getAttribute('placeholder');

  it.each<Person>(['manager', 'reader'])('is not to be read by the %s', async (person) => {
    const tab = await app.as(person, { path: rowPage('inv_invitation', id) });
    tab.allow(/status of 403/);
    await form(tab.page).tab('Advanced');
    expect(await masked(tab.page)).toBe('********');
    expect(await tab.page.content()).not.toContain(code);
    const { row } = await ask(tab.page, `${invitationPath(id)}?$select=inv_code`);
    expect(row['inv_code'] ?? null).toBeNull();
    const found = await ask(tab.page, `inv_invitations?$select=inv_name&$filter=inv_code eq '${code}'`);
    expect(found.row['value'] ?? []).toEqual([]);
  });

  it('can be set by the manager, who never sees it again', async () => {
    const { page } = await app.as('manager', { path: rowPage('inv_invitation') });
    const shown = form(page);
    await shown.fill('inv_name', 'With a code of its own');
    await shown.tab('Advanced');
    await shown.fill('inv_code', 'Manager-made-code-42');
    await shown.save('inv_invitation');
    await page.reload();
    await shown.tab('Advanced');
    expect(await masked(page)).toBe('********');
    const filter = "inv_invitations?$filter=inv_name eq 'With a code of its own'";
    expect(await app.running().admin.rows(filter)).toEqual([
      expect.objectContaining({ inv_code: 'Manager-made-code-42' }),
    ]);
  });

  it('is open to the administrator', async () => {
    const { page } = await app.as('admin', { path: rowPage('inv_invitation', id) });
    await form(page).tab('Advanced');
    expect(await form(page).value('inv_code')).toBe(code);
  });
});

describe('what one may do', () => {
  it.each<[Person, string, readonly string[]]>([
    ['manager', 'contact', ['NewRecord', 'CreateInvitations']],
    ['manager', 'inv_invitation', ['NewRecord', 'Send', 'Delete']],
    ['admin', 'contact', ['NewRecord', 'CreateInvitations', 'Delete']],
    ['admin', 'inv_webrole', ['NewRecord', 'Delete']],
  ])('as %s with rows of %s', async (person, table, expected) => {
    const { page } = await app.as(person, { path: listPage(table) });
    await page.locator('[role=row][row-index="0"]').getByRole('checkbox').check();
    expect(await commands(page)).toEqual(expect.arrayContaining([...expected]));
  });

  it('is less than everything for the manager: web roles are read alone', async () => {
    const { page } = await app.as('manager', { path: listPage('inv_webrole') });
    await page.locator('[role=row][row-index="0"]').getByRole('checkbox').check();
    expect(await commands(page)).toEqual(['Refresh']);
  });
});
