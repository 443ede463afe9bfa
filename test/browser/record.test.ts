import { describe, expect, it, jest } from '@jest/globals';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

const carla = 'contacts(c0000000-0000-4000-8000-000000000003)';
const contactPage = (id: string): string => `/main.aspx?pagetype=entityrecord&etn=contact&id=${id}`;

describe('a record', () => {
  it('is changed field by field and saved', async () => {
    const { page } = await app.as('admin', { path: contactPage('c0000000-0000-4000-8000-000000000003') });
    const contact = form(page);
    await contact.fill('jobtitle', 'Chief of operations');
    await contact.pick('parentcustomerid', 'Fabrikam GmbH');
    await contact.choose('preferredcontactmethodcode', 'Email');
    expect(await contact.title()).toContain('Unsaved');
    await contact.save('contact');

    expect(await contact.value('parentcustomerid')).toBe('Fabrikam GmbH');
    expect(await app.running().admin.get(carla)).toMatchObject({
      jobtitle: 'Chief of operations',
      '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': 'Fabrikam GmbH',
      'preferredcontactmethodcode@OData.Community.Display.V1.FormattedValue': 'Email',
    });
  });

  it('is made in the app, and asks before it is left unsaved', async () => {
    const { page } = await app.as('manager');
    await siteMap(page).open('Contacts');
    const contact = form(page);
    await contact.commands.click('Mscrm.HomepageGrid.contact.NewRecord');
    await contact.fill('lastname', 'Zimmer');
    await siteMap(page).open('Invitations');
    expect(await dialog(page).text()).toContain('save your changes');
    await page.keyboard.press('Escape');
    await contact.save('contact');

    await siteMap(page).open('Contacts');
    await grid(page).search('Zimm');
    expect(await grid(page).column('fullname')).toEqual(['Zimmer']);
    const [row] = await app.running().admin.rows("contacts?$filter=lastname eq 'Zimmer'");
    expect(row).toMatchObject({
      '_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Mia Manager',
    });
  });

  it('shows a reader no more than what may be read', async () => {
    const { page } = await app.as('reader', { path: contactPage('c0000000-0000-4000-8000-000000000003') });
    const contact = form(page);
    expect(await contact.value('lastname')).toBe('Mendes');
    expect(await contact.isEditable('lastname')).toBe(false);
    const commands = await contact.commands.commands();
    expect(commands).toContain('Mscrm.Form.contact.Refresh');
    for (const command of ['Save', 'Delete', 'NewRecord', 'Deactivate', 'Assign'])
      expect(commands).not.toContain(`Mscrm.Form.contact.${command}`);
    expect(await contact.notifications()).toEqual([expect.stringContaining('Read-only')]);
  });
});

describe('a list', () => {
  it('has other commands when rows are selected, and other rows in another view', async () => {
    const { page } = await app.as('admin');
    await siteMap(page).open('Contacts');
    const { commands } = form(page);
    expect(await commands.commands()).not.toContain('Mscrm.HomepageGrid.contact.Delete');
    await grid(page).select('Alice Nguyen', 'Carla Mendes');
    expect(await grid(page).count()).toContain('2');
    expect(await commands.commands()).toContain('Mscrm.HomepageGrid.contact.Delete');
    await grid(page).view('Inactive Contacts');
    expect(await grid(page).column('fullname')).toEqual(['Jack Doyle']);
  });
});
