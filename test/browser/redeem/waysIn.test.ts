import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { invitation } from '../../../solution/schema.js';
import { inviteOne, type Invited } from './invitations.js';
import { openSignedIn, send, signIn, untilShows } from './onThePage.js';
import { createPerson, type Person } from './people.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

async function invite(): Promise<{ person: Person; invited: Invited }> {
  const person = await createPerson(doors.system());
  return { person, invited: await inviteOne(doors.system(), person) };
}

const expectRedeemed = async ({ id }: Invited): Promise<void> =>
  expect(await doors.system().admin.get(`${invitation.set}(${id})`)).toMatchObject({
    statuscode: invitation.status.redeemed,
  });

it('Without scripts it works the same', async () => {
  const { person, invited } = await invite();
  const { page } = await doors.window({ javaScriptEnabled: false });
  await openSignedIn(page, invited.link, person);
  await untilShows(page, 'welcome');
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  await page.getByRole('link', { name: 'Continue to' }).click();
  await page.getByRole('heading', { name: 'Welcome to the portal' }).waitFor();
  await expectRedeemed(invited);
});

it('The keyboard alone leads from the link to the site', async () => {
  const { person, invited } = await invite();
  const { page } = await doors.window();
  await page.goto(invited.link);
  await tabTo(page, 'Continue with Sandbox');
  await page.keyboard.press('Enter');
  await page.getByLabel('Address', { exact: true }).waitFor();
  await tabTo(page, 'Address');
  await page.keyboard.type(person.address);
  await page.keyboard.press('Enter');
  await untilShows(page, 'welcome');
  await tabTo(page, 'Accept invitation');
  await page.keyboard.press('Space');
  await untilShows(page, 'redeemed');
  await tabTo(page, 'Continue to');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Welcome to the portal' }).waitFor();
  await expectRedeemed(invited);
});

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const { activeElement: element } = document;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return label ?? element?.textContent ?? '';
    });
    if (found.trim().startsWith(name)) return;
  }
  throw new Error(`The keyboard does not come upon ${name}.`);
}

it('The code can be typed by hand, as people do', async () => {
  const { person, invited } = await invite();
  const { page } = await doors.window();
  await page.goto(doors.system().doors);
  await untilShows(page, 'code');
  await page.getByLabel('Invitation code').fill(`  ${invited.code.toUpperCase()} `);
  await page.keyboard.press('Enter');
  await untilShows(page, 'open');
  await signIn(page, person);
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  await expectRedeemed(invited);
});

it('A code with a typing error can be typed again on the same page', async () => {
  const { invited } = await invite();
  const { page, allow } = await doors.window();
  allow(/status of 404/);
  await page.goto(invited.link.slice(0, -1));
  await untilShows(page, 'invalid');
  await page.getByText('Enter the code again').click();
  await page.getByLabel('Invitation code').fill(invited.code);
  await send(page, '/register');
  await untilShows(page, 'open');
});

it('A native link of Power Pages works, speaks its language, and leads on to its return address', async () => {
  const { person, invited } = await invite();
  const { page } = await doors.window();
  const { doors: url } = doors.system();
  await page.goto(`${url}/de-DE/register/?returnurl=%2f&invitation=${invited.code}`);
  await untilShows(page, 'open');
  expect(page.url()).toBe(`${url}/register`);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await signIn(page, person);
  await page.getByRole('button', { name: 'Einladung annehmen' }).click();
  await untilShows(page, 'redeemed');
  expect(await page.locator('main a.button').getAttribute('href')).toBe(`${doors.site().url}/`);
  await expectRedeemed(invited);
});
