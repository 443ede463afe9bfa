import { describe, expect, it, jest } from '@jest/globals';
import { axeViolations } from './axe.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

describe('the sign-in page', () => {
  it.each(['light', 'dark'] as const)('is accessible and clean in %s', async (colorScheme) => {
    const { page } = await app.visit('/sign-in', { colorScheme });
    expect(await axeViolations(page)).toEqual([]);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe({ light: 'rgb(245, 245, 245)', dark: 'rgb(20, 20, 20)' }[colorScheme]);
  });

  it('fits a telephone, and offers people to the keyboard with what each may do', async () => {
    const { page } = await app.visit('/', { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const lines = (await page.locator(':focus').innerText()).split('\n');
    expect(lines).toEqual([
      'Mia Manager',
      'Works with records every day, as far as the roles below allow.',
      'Basic User, Invitation Manager',
    ]);
  });

  it('refuses a page of another origin to sign anybody in', async () => {
    const { url } = app.running();
    const tab = await app.visit('/sign-in');
    const { page } = tab;
    await page.route('http://other.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${url}/sign-in"><button name="user" value="admin">Win</button></form>`,
      }),
    );
    await page.goto('http://other.example/');
    tab.allow(/status of 403/);
    await page.getByRole('button', { name: 'Win' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('That request came from another site.');
    expect(await page.context().cookies()).toEqual([]);
  });
});
