import { describe, expect, it, jest } from '@jest/globals';
import { axeViolations } from './axe.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import type { Person } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

describe('the app', () => {
  it.each<[Person, readonly string[]]>([
    ['admin', ['Dashboards', 'Contacts', 'Invitations', 'Redemptions', 'Web Roles']],
    ['manager', ['Dashboards', 'Contacts', 'Invitations', 'Redemptions', 'Web Roles']],
    ['reader', ['Dashboards', 'Contacts', 'Invitations', 'Redemptions', 'Web Roles']],
  ])('shows %s what they may see, and a contact', async (person, entries) => {
    const { page } = await app.as(person);
    expect(await siteMap(page).entries()).toEqual(entries);

    await siteMap(page).open('Contacts');
    expect(await grid(page).column('fullname')).toContain('Carla Mendes');

    await grid(page).open('Carla Mendes');
    expect(await form(page).value('emailaddress1')).toBe('carla.mendes@contoso.example');
    expect(await form(page).title()).toContain('Carla Mendes');
  });

  it.each(['light', 'dark'] as const)('is accessible in %s: its list, and its form', async (colorScheme) => {
    const { page } = await app.as('manager', { context: { colorScheme } });
    await siteMap(page).open('Contacts');
    await grid(page).column('fullname');
    expect(await axeViolations(page)).toEqual([]);
    await grid(page).open('Carla Mendes');
    await form(page).value('emailaddress1');
    expect(await axeViolations(page)).toEqual([]);
  });
});
