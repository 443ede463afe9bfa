import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { dialog } from './app/dialog.js';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import { axeViolations } from './axe.js';
import { developmentUsers } from '../../sandbox/dataverse/install/wellKnown.js';
import { names } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

/** Calls a function of `Xrm` as a script would, without waiting for its promise; `answer` waits for it. */
async function call(page: Page, path: string, ...args: readonly unknown[]): Promise<void> {
  await page.evaluate(
    ([name, values]) => {
      const owner = name.split('.').slice(0, -1);
      const holder = owner.reduce<object>((found, part) => Reflect.get(found, part) as object, window);
      const method = Reflect.get(holder, name.split('.').at(-1) ?? '') as (...given: unknown[]) => unknown;
      Reflect.set(window, 'answer', method(...values));
    },
    [path, args] as const,
  );
}
const answer = (page: Page) => page.evaluate(() => Reflect.get(window, 'answer') as unknown);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('the frame of the app', () => {
  it('says where one is: title, site map and landmarks', async () => {
    const { page } = await app.as('manager');
    await siteMap(page).open('Contacts');
    await grid(page).column('fullname');
    expect(await page.title()).toBe('Active Contacts - Contact Invitations');
    expect(await page.locator('[aria-current=page]').innerText()).toBe('Contacts');
    for (const role of ['banner', 'navigation', 'main'] as const) {
      expect(await page.getByRole(role).first().isVisible()).toBe(true);
    }
    await expect(focused(page)).resolves.toBe('main');
  });

  it('leads past the site map with the first key', async () => {
    const { page } = await app.as('manager');
    await grid(page).column('fullname');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');
  });

  it('speaks the language that was chosen, for good', async () => {
    const { page } = await app.as('reader');
    for (const [language, settings, tag] of [
      ['Deutsch', 'Einstellungen', 'de'],
      ['Español', 'Configuración', 'es'],
      ['Français', 'Paramètres', 'fr'],
      ['English', 'Settings', 'en'],
    ] as const) {
      await page.locator('#settingsButton').click();
      await page.getByRole('radio', { name: language }).click();
      await page.getByRole('button', { name: settings }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
    }
  });

  it('keeps the theme in this browser', async () => {
    const { page } = await app.as('reader');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.locator('#settingsButton').click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    await grid(page).column('fullname');
    expect(await background()).toBe(dark);
    await page.locator('#settingsButton').click();
    await page.getByRole('radio', { name: 'Same as the system' }).check();
    expect(await background()).toBe(light);
  });

  it('shows who is signed in, and lets them go', async () => {
    const { page } = await app.as('manager');
    await page.getByRole('button', { name: `Account manager for ${names.manager}` }).click();
    const panel = page.getByRole('group', { name: `Account manager for ${names.manager}` });
    expect(await panel.innerText()).toContain('Invitation Manager');
    expect(await axeViolations(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in*');
    await page.goto(`${app.running().url}/main.aspx`);
    await page.waitForURL('**/sign-in?return=*');
  });

  it('folds the site map to icons that keep their names', async () => {
    const { page } = await app.as('manager');
    await page.getByRole('button', { name: 'Collapse the site map' }).click();
    const navigation = page.getByRole('navigation', { name: 'Site map' });
    expect((await navigation.boundingBox())?.width).toBe(48);
    await navigation.getByRole('link', { name: 'Invitations', exact: true }).click();
    await page.waitForURL(/etn=inv_invitation/);
  });

  it('is a drawer on a phone: the focus goes in, and back with Escape', async () => {
    const { page } = await app.as('manager', { context: { viewport: { width: 390, height: 844 } } });
    await page.getByRole('button', { name: 'Open the site map' }).click();
    await page.waitForFunction(() => document.activeElement?.closest('nav')?.id === 'siteMap');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.classList.contains('drawer-button'));
  });

  it('says that one may not read a table, and goes on', async () => {
    const { admin } = app.running();
    const [role] = await admin.rows("roles?$filter=name eq 'Invitation Reader'");
    const roles = `systemusers(${developmentUsers.reader.id})/systemuserroles_association`;
    await admin.remove(`${roles}(${role?.['roleid']})/$ref`);
    const { page } = await app.as('reader', { path: '/main.aspx?pagetype=entitylist&etn=inv_invitation' });
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain('inv_invitation');
    await siteMap(page).open('Contacts');
    expect(await grid(page).column('fullname')).toContain('Carla Mendes');
  });

  it('shows what the server said when the app cannot be opened', async () => {
    const { page, allow } = await app.as('manager');
    allow(/500/);
    await page.route('**/app/definition', (route) => route.fulfill({ status: 500, body: 'Out of order.' }));
    await page.reload();
    const failure = page.getByRole('main');
    expect(await failure.innerText()).toContain('The app could not be opened');
    expect(await failure.innerText()).toContain('Out of order.');
    expect(await axeViolations(page)).toEqual([]);
    await page.unroute('**/app/definition');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-id="shell-container"]').waitFor();
  });
});

describe('what lies over the page', () => {
  it('is a question: Escape is no, and the focus comes back', async () => {
    const { page } = await app.as('manager');
    await page.locator('#settingsButton').focus();
    await call(page, 'Xrm.Navigation.openConfirmDialog', {
      text: 'One\nTwo',
      title: 'Really?',
      subtitle: 'Think.',
    });
    expect(await dialog(page).title()).toBe('Really?');
    expect(await dialog(page).text()).toBe('One\nTwo');
    expect(await focused(page)).toBe('confirmButton');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await answer(page)).toEqual({ confirmed: false });
    expect(await focused(page)).toBe('settingsButton');
  });

  it('is a message, or an error with its code and details', async () => {
    const { page } = await app.as('manager');
    await call(page, 'Xrm.Navigation.openAlertDialog', { text: 'Done.', confirmButtonLabel: 'Fine' });
    expect(await page.locator('[data-id=okButton]').innerText()).toBe('Fine');
    await dialog(page).ok();
    await call(page, 'Xrm.Navigation.openErrorDialog', {
      message: 'It broke.',
      details: 'At the third try.',
      errorCode: -2147220891,
    });
    expect(await page.getByRole('alertdialog').innerText()).toContain('0x80040265');
    await page.getByText('Show details').click();
    expect(await page.getByText('At the third try.').isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await dialog(page).ok();
  });

  it('is a lookup that keeps what was picked, over searches and tables', async () => {
    const { page } = await app.as('manager');
    await call(page, 'Xrm.Utility.lookupObjects', {
      entityTypes: ['contact', 'account'],
      allowMultiSelect: true,
    });
    const { root } = dialog(page);
    const rowOf = (name: string) =>
      root
        .locator('[role=row][row-index]')
        .filter({ has: page.getByText(name, { exact: true }) })
        .first();
    await rowOf('Carla Mendes').getByRole('checkbox').check();
    await grid(page, root).search('Alice');
    await rowOf('Alice Nguyen').getByRole('checkbox').check();
    await root.getByRole('combobox', { name: 'Look for' }).selectOption({ label: 'Accounts' });
    await rowOf('Contoso Ltd').getByRole('checkbox').check();
    expect(await axeViolations(page)).toEqual([]);
    await root.getByRole('button', { name: 'Remove Alice Nguyen' }).click();
    await root.getByRole('button', { name: 'Add' }).click();
    expect(await answer(page)).toMatchObject([
      { name: 'Carla Mendes', entityType: 'contact' },
      { name: 'Contoso Ltd', entityType: 'account' },
    ]);
  });

  it('is a lookup of one row, taken by a double click', async () => {
    const { page } = await app.as('manager');
    await call(page, 'Xrm.Utility.lookupObjects', { entityTypes: ['account'] });
    await dialog(page).root.getByText('Contoso Ltd', { exact: true }).dblclick();
    expect(await answer(page)).toMatchObject([{ name: 'Contoso Ltd', entityType: 'account' }]);
  });

  it('is a layer that only its end takes away, with a dialog above it when one is asked for', async () => {
    const { page } = await app.as('manager');
    await page.locator('#settingsButton').focus();
    await call(page, 'Xrm.Utility.showProgressIndicator', 'Working');
    const layer = page.locator('[data-id=progressIndicator]');
    expect(await layer.innerText()).toBe('Working');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await call(page, 'Xrm.Utility.showProgressIndicator', 'Still working');
    expect(await layer.innerText()).toBe('Still working');
    await call(page, 'Xrm.Navigation.openConfirmDialog', { text: 'Stop?' });
    await dialog(page).confirm();
    expect(await answer(page)).toEqual({ confirmed: true });
    await call(page, 'Xrm.Utility.closeProgressIndicator');
    await layer.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('settingsButton');
  });

  it('is a bar above the page, with an action and a cross', async () => {
    const { page } = await app.as('manager');
    await page.evaluate(() => {
      const xrm = Reflect.get(window, 'Xrm') as typeof Xrm;
      const action = { actionLabel: 'Look', eventHandler: () => void Reflect.set(window, 'looked', true) };
      void xrm.App.addGlobalNotification({
        type: 2,
        level: 2,
        message: 'It failed.',
        showCloseButton: true,
        action,
      });
      void xrm.App.addGlobalNotification({ type: 2, level: 1, message: 'It worked.' });
    });
    const bars = page.locator('[data-id*="notificationWrapper"]');
    expect(await bars.count()).toBe(2);
    expect(await page.getByRole('alert').innerText()).toContain('It failed.');
    expect(await axeViolations(page)).toEqual([]);
    await bars.getByRole('button', { name: 'Look' }).click();
    expect(await page.evaluate(() => Reflect.get(window, 'looked') as unknown)).toBe(true);
    await bars.getByRole('button', { name: 'Dismiss this notification' }).click();
    expect(await bars.allInnerTexts()).toEqual([expect.stringContaining('It worked.')]);
  });
});
